// Photographs side by side: the small ones move the strip, and a large one opens over the whole window, for which the
// rest is loaded then. Without script the small ones lead to their place and the large ones to their files.

export function mount(root) {
  for (const thumb of root.querySelectorAll('.thumbs a')) {
    thumb.addEventListener('click', (event) => {
      event.preventDefault(); // the page stays where it is, and "back" leads to the page before
      const frame = root.querySelector(thumb.hash);
      frame.parentElement.scrollTo({ left: frame.offsetLeft - frame.parentElement.offsetLeft });
    });
  }
  for (const gallery of root.querySelectorAll('[data-gallery]')) {
    if (!gallery.querySelector('dialog')?.showModal) continue;
    const links = [...gallery.querySelectorAll('.zoom')];
    let viewer;
    for (const [index, link] of links.entries()) {
      link.setAttribute('aria-haspopup', 'dialog');
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new window is what the reader asked for
        event.preventDefault();
        viewer ??= import('./gallery/viewer.js').then(({ start }) => start(gallery.querySelector('dialog'), links));
        viewer.then((open) => open(index)).catch(() => location.assign(link.href));
      });
    }
  }
}
