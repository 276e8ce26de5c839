// Small helpers that make elements from data; a text of a record is never markup.

/** Text with `ranges` of it, [start, end) pairs in order, in <mark>. */
export function marked(text, ranges = []) {
  const out = document.createDocumentFragment();
  let at = 0;
  for (const [start, end] of ranges) {
    if (start < at || end <= start || end > text.length) continue;
    out.append(text.slice(at, start), element('mark', {}, text.slice(start, end)));
    at = end;
  }
  out.append(text.slice(at));
  return out;
}

/** An element with attributes (those that are null or undefined are left out) and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A drawing of the page's sprite. */
export function drawing(symbol, className, box) {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#${symbol}`);
  for (const [key, value] of Object.entries({ class: className, 'aria-hidden': 'true', focusable: 'false', viewBox: box })) svg.setAttribute(key, value);
  svg.append(use);
  return svg;
}
