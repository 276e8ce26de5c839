// The check of stars: brings the form of the verification page to life where the site has a search. What answers it is
// loaded at the first question.

export function mount(root) {
  const form = root.querySelector('[data-verify]');
  const manifest = root.documentElement?.dataset.search;
  if (!form || !manifest) return;
  const panel = root.querySelector('[data-verify-answer]');
  let answer;
  const check = async (text) => {
    panel.hidden = false;
    const say = panel.querySelector('[data-verify-say]');
    say.textContent = form.dataset.wait;
    try {
      answer ??= import('./verify/answer.js').then(({ start }) => start(panel, form.dataset, manifest));
      await (await answer)(text);
    } catch (error) {
      answer = undefined; // offline before the first use: the next try loads again
      say.textContent = form.dataset.failed;
      console.warn(error);
    }
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = form.elements.q.value.trim();
    if (!text) return form.elements.q.focus();
    history.replaceState(null, '', `?q=${encodeURIComponent(text)}`);
    check(text);
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    form.elements.q.value = asked;
    check(asked);
  }
}
