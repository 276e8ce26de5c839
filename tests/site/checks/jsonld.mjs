// Structured data: every block parses and carries what its type needs (schema.org, and what search engines ask for).

const CONTEXT = /^https?:\/\/schema\.org\/?$/;

/** Per type, one line per need; a line with `|` is met by any of its properties. */
const NEEDS = {
  Product: ['name', 'image|description', 'url'],
  Organization: ['name'],
  Store: ['name', 'address'],
  LocalBusiness: ['name', 'address'],
  BreadcrumbList: ['itemListElement'],
  ItemList: ['itemListElement'],
  ListItem: ['position'],
  Article: ['headline', 'datePublished', 'author|publisher'],
  NewsArticle: ['headline', 'datePublished', 'author|publisher'],
  BlogPosting: ['headline', 'datePublished', 'author|publisher'],
  WebSite: ['name', 'url'],
  Offer: ['price', 'priceCurrency'],
  AggregateOffer: ['lowPrice', 'priceCurrency'],
  ImageObject: ['url|contentUrl'],
};
/** Properties that hold an address; it must be absolute, and lead somewhere when it is one of ours. */
const ADDRESSES = new Set(['url', 'image', 'logo', 'contentUrl', 'item', '@id', 'sameAs', 'mainEntityOfPage']);

export default {
  name: 'jsonld',
  about: 'structured data parses and is complete',
  run(site, report) {
    const types = new Map();
    let blocks = 0;
    for (const page of site.pages) {
      for (const script of page.all('script').filter((element) => element.attrs.type === 'application/ld+json')) {
        blocks += 1;
        const data = read(report, page.file, script.text);
        if (/CertificationActive/.test(script.text)) checkClaim(report, page);
        if (data !== undefined) for (const node of [data].flat()) checkRoot({ site, report, file: page.file, types }, node);
      }
    }
    report.note(`${blocks} blocks`);
    report.note([...types].sort().map(([type, count]) => `${count} ${type}`).join(', '));
  },
};

/** A certificate is a claim: what the page does not show as held, its data must not say either. */
function checkClaim(report, { file, elements }) {
  const shown = elements.find(({ attrs }) => /\bcertificate\b/.test(attrs.class))?.attrs['data-status'];
  if (shown && !['valid', 'expiring'].includes(shown)) {
    report.fail(file, `structured data claims an active certificate, the page shows it as ${shown}`, 'leave the certificate out of the data');
  }
}

function read(report, file, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    report.fail(file, `structured data is no JSON: ${error.message}`, 'write it with a JSON serialiser, with < escaped');
    return undefined;
  }
}

function checkRoot(context, node) {
  if (!CONTEXT.test(node?.['@context'])) {
    context.report.fail(context.file, `structured data without "@context": "https://schema.org"`, 'add it to the block');
  }
  if (node?.['@graph']) for (const inner of node['@graph']) checkNode(context, inner);
  else checkNode(context, node);
}

function checkNode(context, node) {
  const { report, file, types } = context;
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) return node.forEach((inner) => checkNode(context, inner));
  // `{"@id": …}` alone, or with a type, points to a node that is described elsewhere.
  const pointer = Object.keys(node).every((key) => key === '@id' || key === '@type');
  const names = [node['@type'] ?? []].flat();
  if (!names.length && !pointer && !('@value' in node)) report.fail(file, 'structured data without "@type"', 'name the type of the node');
  for (const name of names) {
    types.set(name, (types.get(name) ?? 0) + 1);
    for (const need of pointer ? [] : NEEDS[name] ?? []) {
      if (!need.split('|').some((property) => filled(node[property]))) {
        report.fail(file, `structured data: ${name} without ${need.replaceAll('|', ' or ')}`, 'add the property, or leave the node out');
      }
    }
    if (name === 'Offer' || name === 'AggregateOffer') checkOffer(report, file, node);
    if (name === 'BreadcrumbList' || name === 'ItemList') checkList(report, file, name, node);
  }
  for (const [property, value] of Object.entries(node)) {
    if (ADDRESSES.has(property)) for (const one of [value].flat()) checkAddress(context, property, one);
    if (property !== '@type') checkNode(context, value);
  }
}

function filled(value) {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function checkOffer(report, file, offer) {
  const price = offer.price ?? offer.lowPrice;
  if (!/^\d+(\.\d+)?$/.test(String(price))) report.fail(file, `structured data: price "${price}" is no plain number`, 'write digits only');
  if (offer.priceCurrency !== 'VND') report.fail(file, `structured data: currency "${offer.priceCurrency}"`, 'prices are in VND');
}

function checkList(report, file, name, list) {
  const items = [list.itemListElement ?? []].flat();
  // The second page of a long list goes on counting; a trail always starts at 1.
  const first = name === 'ItemList' ? items[0]?.position : 1;
  items.forEach((item, index) => {
    if (item.position !== first + index) report.fail(file, `structured data: ${name} position ${item.position} in place ${index + 1}`, 'count up by one');
    const last = index === items.length - 1;
    if (name === 'ItemList') {
      if (!filled(item.url ?? item.item)) report.fail(file, 'structured data: a list item without url or item', 'give its address');
      return;
    }
    if (!filled(item.name ?? item.item?.name)) report.fail(file, 'structured data: a breadcrumb without name', 'name it');
    if (!filled(item.item) && !last) report.fail(file, 'structured data: a breadcrumb without item', 'only the last may lack its address');
  });
}

function checkAddress({ site, report, file }, property, value) {
  if (typeof value !== 'string') return;
  if (!/^https?:\/\//.test(value)) return report.fail(file, `structured data: ${property} "${value}" is not absolute`, 'make it from the base URL');
  const found = site.resolve(value, file);
  if (['missing', 'outside', 'broken'].includes(found.kind)) {
    report.fail(file, `structured data: ${property} "${value}" leads to no file`, 'mend the address');
  }
}
