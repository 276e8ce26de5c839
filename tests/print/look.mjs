// When a page is ready for paper, and what it says there, told by the page itself in print media.

/** Waits in `tab` until the page has become what its address asks for, with its letters and pictures. */
export async function ready(tab, query) {
  // Two calls: a promise is true at once for `waitForFunction`, whatever it comes to.
  await tab.waitForFunction(isSettled, query);
  await tab.evaluate(fetched);
}

function isSettled(query) {
  const form = document.querySelector('[data-sheet], [data-pack]');
  if (!form || form.hidden) return false;
  const { paper, both } = Object.fromEntries(new URLSearchParams(query));
  const sheet = document.querySelector('.sheet');
  return !form.matches('[data-sheet]') || (sheet.dataset.paper === (paper ?? 'a4') && sheet.hasAttribute('data-both') === Boolean(both));
}

async function fetched() {
  await document.fonts.ready;
  for (const image of document.images) image.loading = 'eager';
  await Promise.all([...document.images].map((image) => image.decode()));
}

/** The words, codes and labels that are shown, how sheets were laid out, and what is cut off or hidden behind a code. */
export function look() {
  const shown = (element) => element.checkVisibility();
  const all = (selector, root = document) => [...root.querySelectorAll(selector)].filter(shown);
  const digitsOf = (code) => code?.getAttribute('aria-label').split(' ').at(-1);
  const within = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1 && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

  const cut = all('.leaf, .label').flatMap((block) => {
    const [box, codes] = [block.getBoundingClientRect(), all('.qr, .barcode', block).map((code) => code.querySelector('path + path').getBoundingClientRect())];
    const found = new Set();
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: node } = texts;
      if (!node.data.trim() || !shown(node.parentElement) || node.parentElement.closest('svg, .off-paper')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        if (!within(line, box) || codes.some((code) => meet(line, code))) found.add(node.data.trim());
      }
    }
    return [...found].map((text) => `${block.dataset.key ?? block.parentElement.dataset.id}: "${text}"`);
  });

  const shelf = all('.label');
  // Stars are printed only beside words that say they are held.
  const ended = [...all('.certificate').filter((block) => !['valid', 'expiring'].includes(block.dataset.status) && all('.stars', block).length), ...all('.held').filter((block) => block.dataset.status !== 'valid')];
  for (const block of ended) cut.push(`stars of an ended certificate: "${block.innerText}"`);

  const codes = all('.sheet .qr, .sheet .barcode, .label .qr, .label .barcode').map((code) => ({
    id: code.closest('[data-id]')?.dataset.id ?? code.closest('[data-key]').dataset.key.split('.')[0],
    digits: code.classList.contains('barcode') ? digitsOf(code) : undefined,
    // Its position among the labels, from 1.
    label: shelf.indexOf(code.closest('.label')) + 1,
    package: Number(code.closest('[data-key]')?.dataset.key.split('.')[1]) || undefined,
  }));
  const fits = all('.sheet').map((sheet) => ({ a4: sheet.dataset.a4, a5: sheet.dataset.a5, 'a4-both': sheet.dataset.a4Both, 'a5-both': sheet.dataset.a5Both, leaves: sheet.querySelectorAll('.leaf').length }));
  const labels = all('.labels').map((page) => ({
    stock: page.dataset.stock,
    cells: [...page.children].map((cell) => cell.matches('.label') && { key: cell.dataset.key, name: cell.querySelector('.label-name').innerText, qr: shown(cell.querySelector('.qr')) }),
  }));
  return { fits, texts: all('.sheet, .label, .prices').map((element) => element.innerText), cut, codes, labels };
}
