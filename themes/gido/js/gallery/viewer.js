// One photograph after another over the whole window: by buttons, arrow keys or a finger; Escape closes it.

/** Shortest way of a finger that turns to the next photograph, in pixels. */
const SWIPE = 50;

/** `links` lead to the large files and hold the small pictures. Returns what opens the viewer at one of them. */
export function start(viewer, links) {
  const stage = viewer.querySelector('.viewer-stage');
  const status = viewer.querySelector('[role=status]');
  const closer = viewer.querySelector('[data-zoom]');
  const picture = new Image();
  stage.append(picture);
  let at = 0;
  let from = null;

  const isClose = () => stage.classList.contains('is-close');
  const zoom = (close) => {
    stage.classList.toggle('is-close', close);
    closer.setAttribute('aria-pressed', close);
    if (close) stage.scrollTo((stage.scrollWidth - stage.clientWidth) / 2, (stage.scrollHeight - stage.clientHeight) / 2);
  };
  const show = (next) => {
    at = (next + links.length) % links.length;
    const { alt, lang } = links[at].querySelector('img');
    zoom(false);
    picture.alt = ''; // the words below say what it shows
    picture.src = links[at].href;
    status.lang = lang || viewer.closest('[lang]').lang;
    status.textContent = links.length > 1 ? `${at + 1} / ${links.length} · ${alt}` : alt;
  };

  picture.addEventListener('error', () => { picture.alt = status.textContent; });
  viewer.addEventListener('click', ({ target }) => {
    const button = target.closest('button');
    if (button?.dataset.step) show(at + Number(button.dataset.step));
    else if (button === closer || target === picture) zoom(!isClose());
    else if (button || target === stage) viewer.close();
  });
  viewer.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step || isClose() || links.length < 2) return; // close up, the keys move the photograph
    event.preventDefault();
    show(at + step);
  });
  viewer.addEventListener('touchstart', ({ touches }) => { from = touches.length === 1 ? touches[0].clientX : null; }, { passive: true });
  viewer.addEventListener('touchend', ({ changedTouches }) => {
    const way = from === null ? 0 : changedTouches[0].clientX - from;
    if (Math.abs(way) > SWIPE && !isClose() && links.length > 1) show(at - Math.sign(way));
  });
  // Back to the photograph that was seen last, which the strip then shows too.
  viewer.addEventListener('close', () => links[at].focus());

  return (index) => {
    viewer.showModal();
    show(index);
  };
}
