// Which kind of page a file is, told from its path, and a small sample with every kind in every language.
// A page of a kind that is not listed here counts as "page". Start at `KINDS`.

/** First match wins. `orphan`: nothing needs to link there. `print`: made for paper. */
export const KINDS = [
  { name: 'language choice', path: /^index\.html$/ },
  { name: 'not found', path: /(^|\/)404(\/index)?\.html$/, orphan: true },
  { name: 'permanent address', path: /^p\/[^/]+\/index\.html$/, orphan: true },
  { name: 'GS1 digital link', path: /^01\/\d{14}\/index\.html$/, orphan: true },
  { name: 'further page of a list', path: /^[a-z]{2}\/.*\/(trang|page)\/\d+\/index\.html$/ },
  { name: 'home', path: /^[a-z]{2}\/index\.html$/ },
  { name: 'product sheet', path: /^(vi\/san-pham\/[^/]+\/phieu|en\/products\/[^/]+\/sheet)\//, orphan: true, print: true },
  { name: 'product', path: /^(vi\/san-pham|en\/products)\/[^/]+\/index\.html$/ },
  { name: 'products', path: /^(vi\/san-pham|en\/products)\/index\.html$/ },
  { name: 'stars', path: /^(vi\/hang-sao|en\/stars)\// },
  { name: 'group', path: /^(vi\/nhom|en\/groups)\/[^/]+\// },
  { name: 'groups', path: /^(vi\/nhom|en\/groups)\// },
  { name: 'place', path: /^(vi\/dia-phuong|en\/places)\/[^/]+\// },
  { name: 'places', path: /^(vi\/dia-phuong|en\/places)\// },
  { name: 'producer', path: /^(vi\/chu-the|en\/producers)\/[^/]+\// },
  { name: 'producers', path: /^(vi\/chu-the|en\/producers)\// },
  { name: 'counter screen', path: /^(vi\/diem-ban\/[^/]+\/man-hinh|en\/sales-points\/[^/]+\/screen)\// },
  { name: 'print pack', path: /^(vi\/diem-ban\/[^/]+\/in|en\/sales-points\/[^/]+\/print)\//, orphan: true, print: true },
  { name: 'sales point', path: /^(vi\/diem-ban|en\/sales-points)\/[^/]+\// },
  { name: 'sales points', path: /^(vi\/diem-ban|en\/sales-points)\// },
  { name: 'figures', path: /^(vi\/so-lieu|en\/figures)\// },
  { name: 'search', path: /^(vi\/tim-kiem|en\/search)\// },
  { name: 'verify', path: /^(vi\/kiem-tra|en\/verify)\// },
  { name: 'decision', path: /^(vi\/quyet-dinh|en\/decisions)\/[^/]+\// },
  { name: 'decisions', path: /^(vi\/quyet-dinh|en\/decisions)\// },
  { name: 'news post', path: /^(vi\/tin-tuc|en\/news)\/[^/]+\// },
  { name: 'news', path: /^(vi\/tin-tuc|en\/news)\// },
  { name: 'kept pages', path: /^(vi\/ngoai-tuyen|en\/offline)\// },
  { name: 'member', path: /^(vi\/thanh-vien|en\/members)\/[^/]+\// },
  { name: 'members', path: /^(vi\/thanh-vien|en\/members)\// },
  { name: 'partners', path: /^(vi\/doi-tac|en\/partners)\// },
];
const OTHER = { name: 'page' };

export function kindOf(file) {
  return KINDS.find((kind) => kind.path.test(file)) ?? OTHER;
}

/** A page that only sends the reader on to another address. */
export function isRedirect(page) {
  return page.refresh !== undefined;
}

/** A page that search engines may list: it has an address of its own and speaks for itself, which a sheet does not. */
export function isIndexable(page) {
  const { name, print } = kindOf(page.file);
  return !page.noindex && !isRedirect(page) && !print && !['not found', 'permanent address', 'GS1 digital link'].includes(name);
}

/**
 * Up to `each` pages of every kind and language: the largest, and others spread over the site. Redirects are left out.
 * The largest is in because long names and full lists break layouts first.
 */
export function sample(pages, each, wanted = () => true) {
  const heaps = new Map();
  for (const page of pages) {
    const kind = kindOf(page.file);
    if (isRedirect(page) || !wanted(kind)) continue;
    const heap = `${kind.name} ${page.file.match(/^([a-z]{2})\//)?.[1] ?? ''}`;
    heaps.set(heap, [...(heaps.get(heap) ?? []), page]);
  }
  return [...heaps.values()].flatMap((heap) => {
    const largest = heap.reduce((most, page) => (page.size > most.size ? page : most));
    const others = heap.filter((page) => page !== largest);
    const step = others.length / Math.max(1, each - 1);
    return [largest, ...Array.from({ length: Math.min(each - 1, others.length) }, (_, index) => others[Math.floor(index * step)])];
  });
}
