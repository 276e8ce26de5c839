// Brings the "copy link" button to life where the browser lets a page write to the clipboard.

export function mount(root) {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll('[data-copy]')) {
    const label = button.textContent;
    const status = button.closest('.share')?.querySelector('[data-copy-status]');
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
      } catch {
        return; // permission refused: the address stands beside the QR code
      }
      button.textContent = button.dataset.copied;
      if (status) status.textContent = button.dataset.copied;
      setTimeout(() => {
        button.textContent = label;
        if (status) status.textContent = '';
      }, 2500);
    });
  }
}
