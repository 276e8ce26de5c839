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

const written = new WeakMap();

/** Writes such a text into an element where it does not stand there already. */
export function remark(place, text, ranges = []) {
  const all = `${ranges}|${text}`;
  if (written.get(place) === all) return;
  written.set(place, all);
  place.replaceChildren(marked(text, ranges));
}

/** An element with attributes (those that are null or undefined are left out) and children. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/**
 * Writes a row of five stars, `count` of them full, into a drawing. The same as the symbols of the page's sprite, in two
 * shapes: <use> would copy a tree of a dozen for each row, and a list has many.
 */
export function fillStars(svg, count) {
  const star = document.getElementById('st').getAttribute('d');
  const row = (from, to) => Array.from({ length: to - from }, (_, i) => `M${20 * (from + i)} 0${star}`).join('');
  svg.classList.add('stars', `n${count}`);
  svg.replaceChildren(shape('path', { class: 'on', d: row(0, count) }), shape('path', { class: 'rest', d: row(count, 5) }));
  return svg;
}

/** Such a drawing. */
export const stars = (count) => fillStars(shape('svg', { 'aria-hidden': 'true', focusable: 'false', viewBox: '0 0 100 20' }), count);
