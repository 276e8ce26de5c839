// The choices of a print pack: what, which products, which paper, how many. The choice is kept in the address, so that it
// can be bookmarked and sent; nothing is sent anywhere.

import { lay } from './sheet.js';

export function mount(root) {
  const form = root.querySelector('[data-pack]');
  if (!form) return;
  const parts = Object.fromEntries([...root.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part]));
  const labels = new Map([...parts.labels.querySelectorAll('.label')].map((label) => [label.dataset.key, label]));
  const fields = form.elements;
  const counts = [...form.querySelectorAll('[name="n"]')];
  const chosen = () => new Set([...form.querySelectorAll('[name="p"]:checked')].map((box) => box.value));

  read();
  form.addEventListener('input', show);
  form.addEventListener('change', show);
  for (const [mark, checked] of [['all', true], ['none', false]]) {
    form.querySelector(`[data-${mark}]`).addEventListener('click', () => {
      for (const box of form.querySelectorAll('[name="p"]')) box.checked = checked;
      show();
    });
  }
  root.querySelector('.pack-plain').hidden = true;
  form.hidden = false;
  show();

  function show() {
    const products = chosen();
    const what = new Set([...form.querySelectorAll('[name="what"]:checked')].map((box) => box.value));
    for (const [name, part] of Object.entries(parts)) part.hidden = !what.has(name);
    for (const sheet of parts.sheets.querySelectorAll('.sheet')) {
      sheet.hidden = !products.has(sheet.dataset.id);
      if (sheet.dataset.paper !== fields.paper.value) lay(sheet, fields.paper.value);
    }
    showPrices(products);
    const pages = showLabels(products);
    const sheets = what.has('sheets') ? [...parts.sheets.querySelectorAll('.sheet:not([hidden]) .leaf')].length : 0;
    const count = form.querySelector('[data-count]');
    count.textContent = `${(what.has('labels') ? pages : 0) + sheets}${what.has('prices') ? ' +' : ''} ${count.dataset.text}`;
    write(products, what);
  }

  function showPrices(products) {
    for (const body of parts.prices.querySelectorAll('tbody')) {
      const rows = [...body.querySelectorAll('[data-key]')];
      for (const row of rows) row.hidden = !products.has(row.dataset.key.split('.')[0]);
      body.hidden = rows.every((row) => row.hidden);
    }
  }

  /** Puts the labels on pages of the stock anew; returns how many pages there are. */
  function showLabels(products) {
    const option = fields.stock.selectedOptions[0];
    const per = Number(option.dataset.per);
    const blank = per > 1 ? clamp(fields.start, per) - 1 : 0;
    const times = clamp(fields.copies, 99);
    const cells = Array.from({ length: blank }, () => document.createElement('i'));
    for (const count of counts) {
      if (!products.has(count.dataset.key.split('.')[0])) continue;
      const label = labels.get(count.dataset.key);
      // Bar codes have room on all but small labels.
      const bars = fields.code.value === 'bars' && option.dataset.room !== 'small' && label.querySelector('.label-bars');
      for (let copy = 0; copy < clamp(count, 99, 0) * times; copy += 1) {
        const cell = label.cloneNode(true);
        cell.toggleAttribute('data-bars', Boolean(bars));
        cells.push(cell);
      }
    }
    const pages = [];
    for (let at = 0; at < cells.length && cells.length > blank; at += per) {
      const page = document.createElement('div');
      page.className = 'labels';
      page.dataset.stock = option.value;
      page.dataset.room = option.dataset.room;
      page.append(...cells.slice(at, at + per));
      pages.push(page);
    }
    parts.labels.replaceChildren(...pages);
    return pages.length;
  }

  function clamp(field, most, least = 1) {
    const value = Math.trunc(Number(field.value));
    return Math.min(most, Math.max(least, Number.isFinite(value) ? value : least));
  }

  /** Only what differs from printing everything once stands in the address. */
  function write(products, what) {
    const query = new URLSearchParams();
    if (what.size < 3) query.set('what', [...what].join('.'));
    for (const [name, usual] of [['paper', 'a4'], ['stock', fields.stock.querySelector('[selected]').value], ['code', 'qr'], ['start', '1'], ['copies', '1']]) {
      if (fields[name].value !== usual) query.set(name, fields[name].value);
    }
    if (products.size < form.querySelectorAll('[name="p"]').length) query.set('p', [...products].join('.'));
    const other = counts.filter((count) => count.value !== '1').map((count) => `${count.dataset.key}-${count.value}`);
    if (other.length) query.set('n', other.join('_'));
    history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
  }

  function read() {
    const query = new URLSearchParams(location.search);
    const check = (name, kept) => {
      if (!query.has(name)) return;
      const wanted = new Set(query.get(name).split('.'));
      for (const box of form.querySelectorAll(`[name="${kept}"]`)) box.checked = wanted.has(box.value);
    };
    check('what', 'what');
    check('p', 'p');
    for (const name of ['paper', 'stock', 'code', 'start', 'copies']) {
      const usual = fields[name].value;
      if (query.has(name)) fields[name].value = query.get(name);
      if (!fields[name].value) fields[name].value = usual;
    }
    for (const pair of query.get('n')?.split('_') ?? []) {
      const at = pair.lastIndexOf('-');
      const count = counts.find((field) => field.dataset.key === pair.slice(0, at));
      if (count) count.value = pair.slice(at + 1);
    }
  }
}
