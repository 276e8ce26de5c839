// Shows the products of a counter page one after the other. Which and how long stands in the address: ?s=15&p=bk-0001.bk-0002

const USUAL = 12;
/** Type gets no smaller than this part of its usual size; what still has no room is reached by scrolling. */
const SMALLEST = 0.6;

export function mount(root) {
  const bar = root.querySelector('[data-counter]');
  const query = new URLSearchParams(location.search);
  const wanted = query.get('p')?.split('.');
  const slides = [...root.querySelectorAll('.slide')].filter((slide) => !wanted || wanted.includes(slide.dataset.id));
  if (!bar || !slides.length) return;
  for (const slide of root.querySelectorAll('.slide')) slide.hidden = !slides.includes(slide);
  const { seconds } = bar.elements;
  seconds.value = Math.min(120, Math.max(4, Number(query.get('s')) || USUAL));
  let at = 0;
  let timer;
  let stopped = false;
  const show = (index) => {
    at = (index + slides.length) % slides.length;
    for (const [number, slide] of slides.entries()) slide.hidden = number !== at;
    fit(slides[at]);
    scrollTo(0, 0);
  };
  const run = () => {
    clearInterval(timer);
    if (!stopped && slides.length > 1) timer = setInterval(() => show(at + 1), seconds.value * 1000);
  };
  bar.addEventListener('input', () => {
    query.set('s', seconds.value);
    history.replaceState(null, '', `?${query}`);
    run();
  });
  // The same products in the other language.
  root.querySelector('.languages')?.addEventListener('click', ({ target }) => {
    const link = target.closest('a');
    if (link) link.search = location.search;
  });
  bar.querySelector('[data-full]').addEventListener('click', async () => {
    await document.documentElement.requestFullscreen?.().catch(() => undefined);
    // The screen stays on while the page is shown, where the browser can do that.
    await navigator.wakeLock?.request('screen').catch(() => undefined);
  });
  bar.querySelector('[data-stop]').addEventListener('click', ({ currentTarget }) => {
    stopped = !stopped;
    currentTarget.setAttribute('aria-pressed', String(stopped));
    run();
  });
  bar.querySelector('[data-next]').addEventListener('click', () => {
    show(at + 1);
    run();
  });
  addEventListener('keydown', ({ key }) => {
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      show(at + (key === 'ArrowRight' ? 1 : -1));
      run();
    }
  });
  addEventListener('resize', () => fit(slides[at]));
  bar.hidden = false;
  show(0);
  document.body.classList.add('is-ready');
  run();
}

/** Makes the type smaller until the product has room on the screen. */
function fit(slide) {
  const { body } = document;
  body.style.setProperty('--bar', `${body.querySelector('.counter-bar').offsetHeight}px`);
  for (let size = 1; size >= SMALLEST; size -= 0.05) {
    slide.style.setProperty('--fit', size);
    if (document.documentElement.scrollHeight <= innerHeight) return;
  }
}
