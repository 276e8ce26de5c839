// Answers the check of stars. The search of the site finds the product; the answer is the certificate as the product's
// own page states it, so that there is one source of truth.
import { open } from '../search/engine.js';
import { mount as validity } from '../validity.js';

const MOST = 8;

/** A function that shows the answer to a text in `panel`. It rejects when the search cannot be loaded. */
export function start(panel, words, manifest) {
  const search = open([manifest], { lang: document.documentElement.lang });
  const say = panel.querySelector('[data-verify-say]');
  const list = panel.querySelector('[data-verify-list]');
  let latest;
  return async (text) => {
    latest?.abort();
    const { signal } = (latest = new AbortController());
    list.replaceChildren();
    try {
      const found = await search.find({ text, limit: MOST, signal });
      if (signal.aborted) return;
      say.textContent = found.total ? words.found : words.nothing;
      list.replaceChildren(...found.items.map(entry));
      await Promise.all(found.items.map((item, index) => certify(list.children[index], item.url, signal)));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
}

/** One product: its standing in large words, and the product itself. */
function entry(item) {
  const line = make('p', 'verify-line', icon(item.status), ' ', make('span', '', item.statusWord));
  const stars = make('p', 'verify-stars', make('strong', '', item.starsLabel));
  if (item.stars) stars.prepend(drawing('stars n' + item.stars, '0 0 100 20', '#s' + item.stars), ' ');
  const status = make('div', 'verify-status', line, stars);
  status.dataset.status = item.status;
  const link = make('a', '', item.name);
  link.href = item.url;
  if (item.nameLang) link.lang = item.nameLang;
  const who = [item.producer, item.place].filter(Boolean).join(' · ');
  const names = make('div', 'verify-names', make('h3', '', link), make('p', 'soft', who));
  const product = make('div', 'verify-product', names);
  if (item.photo) {
    const image = make('img', '');
    Object.assign(image, { src: item.photo.src, width: item.photo.width, height: item.photo.height, alt: '', loading: 'lazy' });
    product.prepend(make('div', 'frame', image));
  }
  const article = make('article', '', status, product);
  return make('li', '', article);
}

/** Puts the words of the product's page in: until when, by which decision of whom. Other sites are not asked. */
async function certify(element, url, signal) {
  if (new URL(url, location.href).origin !== location.origin) return;
  const response = await fetch(url, { signal }).catch(() => null);
  if (!response?.ok) return; // out of reach: the index has said in a word what holds
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const certificate = page.querySelector('.certificate');
  if (!certificate) return;
  validity(page);
  const status = element.querySelector('.verify-status');
  status.dataset.status = certificate.dataset.status;
  status.querySelector('.verify-line span').textContent = certificate.querySelector('[data-status-text]').textContent;
  const names = element.querySelector('.verify-names');
  for (const detail of certificate.querySelectorAll('.certificate-decision, .certificate-asof:not([hidden])')) {
    names.append(document.importNode(detail, true));
  }
}

const SIGNS = { valid: '#i-ok', expiring: '#i-warn', unknown: '#i-ask', none: '#i-ask' };

function icon(status) {
  return drawing('status-icon', '0 0 20 20', SIGNS[status] ?? '#i-off');
}

function drawing(name, viewBox, href) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  for (const [key, value] of Object.entries({ class: name, viewBox, 'aria-hidden': 'true', focusable: 'false' })) svg.setAttribute(key, value);
  use.setAttribute('href', href);
  svg.append(use);
  return svg;
}

function make(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}
