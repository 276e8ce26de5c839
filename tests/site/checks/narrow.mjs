// Pages on the narrowest phone and for people who enlarge: 320 px wide, zoomed to 200 % on a desk, and with letters of double
// size. Nothing may scroll sideways, be cut off, or lie over something else (WCAG 2.2, 1.4.4, 1.4.10 and 1.4.12).

import { inPairs, open, urlOf } from '../chromium.mjs';
import { kindOf, sample } from '../kinds.mjs';

/** A window of 1280 px at 200 % is 640 px wide for the page. */
const LOOKS = [
  { name: 'at 320 px', width: 320, height: 640 },
  { name: 'at 200 % zoom', width: 640, height: 512 },
  { name: 'with letters of double size', width: 1280, height: 800, letters: '200%' },
];

export default {
  name: 'narrow',
  about: 'at 320 px, at 200 % zoom and with double letters nothing is cut off or overlaps',
  async run(site, report) {
    const { server } = await open(site);
    const pages = sample(site.pages, 1, (kind) => !kind.print);
    await inPairs(pages, async ({ file }, page) => {
      // Pictures have their places without being loaded.
      await page.goto(urlOf(site, server, file), { waitUntil: 'load' });
      for (const look of LOOKS) {
        await page.setViewportSize(look);
        for (const [what, where] of await page.evaluate(faults, look.letters ?? '')) report.fail(file, `${what} ${look.name}`, where);
      }
    }, { reducedMotion: 'reduce' });
    report.note(`${pages.length} pages of ${new Set(pages.map(({ file }) => kindOf(file).name)).size} kinds in ${LOOKS.length} looks`);
  },
};

/** Runs in the page: `[[what, where]]`. */
async function faults(letters) {
  document.documentElement.style.setProperty('font-size', letters);
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const found = [];
  const name = (element) => element.tagName.toLowerCase() + [...element.classList].map((part) => `.${part}`).join('');
  const words = (text) => `“${text.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > clientWidth + 1);
    found.push([`scrolls sideways by ${scrollWidth - clientWidth} px`, `too wide: ${[...new Set(wide.map(name))].slice(0, 4).join(', ')}`]);
  }
  const pieces = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right, top, bottom, width, height } of range.getClientRects()) {
      if (width < 2 || height < 2) continue;
      // The box of a line is taller than its letters.
      pieces.push({ element, text: node.data, left: left + 1, right: right - 1, top: top + height * 0.25, bottom: bottom - height * 0.25 });
    }
  }
  const shown = pieces.filter((piece) => !hides(piece));
  for (const piece of shown) {
    const box = cutter(piece);
    if (box) found.push([`cuts off ${words(piece.text)}`, `${name(box)} is too small for it and hides the rest`]);
    piece.isCut = Boolean(box);
  }
  shown.sort((a, b) => a.top - b.top);
  shown.forEach((one, index) => {
    for (let next = index + 1; next < shown.length && shown[next].top < one.bottom; next += 1) {
      const other = shown[next];
      if (one.isCut || other.isCut || other.element === one.element || floats(one.element) !== floats(other.element)) continue;
      if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 && Math.min(one.bottom, other.bottom) - other.top > 2) {
        found.push([`${words(one.text)} and ${words(other.text)} overlap`, `${name(one.element)}, ${name(other.element)}`]);
      }
    }
  });
  return found.slice(0, 8);

  /** Text for screen readers only is kept in a box of a pixel. */
  function hides({ element }) {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const { clipPath, clip, overflowX } = getComputedStyle(box);
      if (clipPath === 'inset(50%)' || (clip !== 'auto' && clip !== '') || (overflowX !== 'visible' && box.clientWidth <= 1)) return true;
    }
    return false;
  }

  /** The box that cuts a piece of text off and cannot be scrolled. */
  function cutter({ element, left, right, top, bottom }) {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      const style = getComputedStyle(box);
      if (style.position === 'fixed') return undefined;
      const area = box.getBoundingClientRect();
      const cutsX = ['hidden', 'clip'].includes(style.overflowX) && (right > area.right + 2 || left < area.left - 2);
      const cutsY = ['hidden', 'clip'].includes(style.overflowY) && (bottom > area.bottom + 2 || top < area.top - 2);
      if (cutsX || cutsY) return box;
      if (['auto', 'scroll'].includes(style.overflowX) || ['auto', 'scroll'].includes(style.overflowY)) return undefined;
    }
    return undefined;
  }

  /** Something that stays in its place while the page moves below it. */
  function floats(element) {
    for (let box = element; box && box !== document.body; box = box.parentElement) {
      if (['fixed', 'sticky'].includes(getComputedStyle(box).position)) return box;
    }
    return undefined;
  }
}
