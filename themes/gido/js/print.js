// Shows the print button of a product sheet; without script the browser's own menu prints it.

export function mount(root) {
  for (const button of root.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
