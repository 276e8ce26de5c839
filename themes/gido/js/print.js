// Print buttons; without script the browser's own menu prints.

export function mount(root) {
  for (const button of root.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
  // Pages made for paper bring their own script.
  if (root.querySelector('[data-sheet]')) import('./sheet.js').then((sheet) => sheet.mount(root));
  if (root.querySelector('[data-counter]')) import('./counter.js').then((counter) => counter.mount(root));
  if (root.querySelector('[data-pack]')) import('./pack.js').then((pack) => pack.mount(root));
}
