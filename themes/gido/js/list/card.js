// A card from what the search found: the page's card template, filled. Same markup as the cards the server makes.

import { element, fillStars, remark } from '../mark.js';

const SIGNS = { valid: 'ok', expiring: 'warn', unknown: 'ask', none: 'ask' };

/** An `<li>` with the card of `item`, which the engine judged by today's date; `template` is the page's. */
export function card(template, item) {
  const made = template.content.firstElementChild.cloneNode(true);
  const part = (selector) => made.querySelector(selector);
  part('.card').dataset.status = item.status;
  frame(part('.frame'), item.photo, template.dataset.sizes);
  const link = part('h3 a');
  link.href = item.url;
  if (item.nameLang) link.lang = item.nameLang;
  if (item.stars) fillStars(part('.stars'), item.stars);
  else part('.stars').remove();
  part('[data-stars-label]').textContent = item.starsLabel;
  part('.status-icon use').setAttribute('href', `#i-${SIGNS[item.status] ?? 'off'}`);
  part('[data-status-word]').textContent = item.statusWord;
  const producer = part('[data-producer]');
  producer.textContent = item.producer;
  if (item.producerLang) producer.lang = item.producerLang;
  if (item.place) part('[data-place]').textContent = item.place;
  else made.querySelectorAll('.card-who br, [data-place]').forEach((gone) => gone.remove());
  if (item.price) {
    part('.card-price strong').textContent = item.price.amount;
    part('[data-unit]').textContent = item.price.unit ?? '';
  } else {
    part('.card-price').remove();
  }
  return made;
}

/** Marks in the name of a card what was typed. */
export const name = (made, item) => remark(made.querySelector('h3 a'), item.name, item.ranges);

function frame(box, photo, sizes) {
  if (!photo?.illustration) box.querySelector('.frame-note').remove();
  if (!photo) return;
  box.querySelector('.frame-empty').remove();
  const { src, srcset, width, height, alt, altLang, focusX, focusY } = photo;
  const image = element('img', {
    src, width, height, alt,
    lang: altLang,
    class: focusX === 50 && focusY === 50 ? null : `fx-${focusX} fy-${focusY}`,
    loading: 'lazy',
    decoding: 'async',
  });
  const source = srcset && element('source', { type: 'image/webp', srcset, sizes });
  box.prepend(element('picture', {}, ...(source ? [source] : []), image));
}
