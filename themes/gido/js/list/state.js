// What a list shows, as text of the address bar and back: ?q=chè&sao=5&nhom=food&gia=50000-200000&xep=ten&trang=2.
// The keys are the same in every language, so that a change of language keeps them.

/** Facet of the index → key in the address. */
export const KEYS = {
  stars: 'sao',
  group: 'nhom',
  place: 'noi',
  former: 'cu',
  producer_type: 'loai',
  status: 'hieu-luc',
  sales_point: 'ban',
};
const PRICE = 'gia';
/** Value in the address → order of the engine. */
const SORTS = { 'phu-hop': 'relevance', sao: 'stars', ten: 'name', gia: 'price' };
const MOST_PAGES = 50;

/** `{ text, filters, sort, pages }`; `sort` is empty where the list chooses. Unknown keys and bad values are left out. */
export function parse(search) {
  const query = new URLSearchParams(search);
  const filters = {};
  for (const [facet, key] of Object.entries(KEYS)) {
    const values = [...new Set(query.getAll(key).filter(Boolean))];
    if (values.length) filters[facet] = values;
  }
  const price = priceOf(query.get(PRICE));
  if (price) filters.price = price;
  const pages = Number.parseInt(query.get('trang'), 10);
  return {
    text: (query.get('q') ?? '').trim(),
    filters,
    sort: query.get('xep') in SORTS ? query.get('xep') : '',
    pages: pages > 1 ? Math.min(pages, MOST_PAGES) : 1,
  };
}

/** The state as it stands after `?`; empty when the list is as the server made it. */
export function query({ text, filters, sort, pages }) {
  const parts = new URLSearchParams();
  if (text) parts.set('q', text);
  for (const [facet, key] of Object.entries(KEYS)) for (const value of filters[facet] ?? []) parts.append(key, value);
  if (filters.price) parts.set(PRICE, `${filters.price.min ?? ''}-${filters.price.max ?? ''}`);
  if (sort && sort !== usual(text)) parts.set('xep', sort);
  if (pages > 1) parts.set('trang', pages);
  return parts.toString();
}

/** The order to ask the engine for: what was chosen, else relevance with a text and stars without. */
export const sortOf = ({ text, sort }) => SORTS[sort || usual(text)];

/** The order of a list where nobody chose one. */
export const usual = (text) => (text ? 'phu-hop' : 'sao');

export const hasFilters = ({ filters }) => Object.keys(filters).length > 0;

/** True when the page as the server made it does not show this. */
export const asksForMore = (search) => query(parse(search)) !== '';

function priceOf(text) {
  const found = /^(\d{0,12})-(\d{0,12})$/.exec(text ?? '');
  if (!found) return null;
  const [min, max] = found.slice(1).map((digits) => (digits ? Number(digits) : undefined));
  return min === undefined && max === undefined ? null : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}
