// The search without a network. Its map names its files, so the map comes from the network first; the other files change
// their name with their content. The site lists what a language needs, if that is little enough to be kept unasked.

const { map: SEARCH_MAP, list: SEARCH_LIST, parts: SEARCH_PARTS } = SITE.search ?? {};
const isSearchMap = (url) => url.pathname === SEARCH_MAP;
const isSearchFile = (url) => Boolean(SITE.search) && url.pathname.startsWith(SEARCH_PARTS);

async function answerSearchMap(event) {
  try {
    const response = await fetch(event.request);
    if (response.status < 500) {
      event.waitUntil(takeInSearchMap(response.clone()).catch(() => {}));
      return response;
    }
  } catch {
    // Without a network: below.
  }
  return (await kept(SEARCH, SEARCH_MAP)) ?? Response.error();
}

/** A changed map names other files: they are kept too, or else the search would be lost with the network. */
async function takeInSearchMap(response) {
  const before = await (await kept(SEARCH, SEARCH_MAP))?.text();
  const now = await response.clone().text();
  if (!(await keep(SEARCH, SEARCH_MAP, response)) || before === undefined || before === now) return;
  await (await cacheNamed(SEARCH)).delete(SEARCH_LIST, { ignoreVary: true });
  await keepSearch();
}

/** Keeps the search of every language whose home page is kept, the map last, and throws away files of a former one. */
async function keepSearch() {
  if (!SITE.search) return;
  const homes = await Promise.all(Object.entries(SITE.languages).map(async ([tag, { core }]) => (await kept(PAGES, core[0])) && tag));
  const tags = homes.filter(Boolean);
  const before = await kept(SEARCH, SEARCH_LIST);
  if (before?.headers.get(LANGUAGES) === tags.join(' ') && (await isFresh(SEARCH, SEARCH_LIST))) return;
  const list = await fetch(SEARCH_LIST, { cache: 'no-cache', priority: 'low' });
  if (!list.ok) return;
  const lists = await list.clone().json();
  const paths = (chosen) => chosen.flatMap((tag) => (lists[tag]?.parts ?? []).map((name) => SEARCH_PARTS + name));
  await keepAll(SEARCH, paths(tags));
  await keep(SEARCH, SEARCH_MAP, await fetch(SEARCH_MAP, { cache: 'no-cache', priority: 'low' }));
  await keep(SEARCH, SEARCH_LIST, list, () => ({ [LANGUAGES]: tags.join(' ') }));
  const all = Object.keys(SITE.languages);
  // Of an index that is not listed it is not known which files are of now: it is kept as it is used, and the oldest goes.
  if (all.some((tag) => !lists[tag])) return trim(SEARCH, MOST_SEARCH_FILES, MOST_SEARCH_BYTES);
  const needed = new Set([...paths(all), SEARCH_MAP, SEARCH_LIST]);
  const cache = await cacheNamed(SEARCH);
  for (const { url } of await cache.keys()) {
    if (!needed.has(new URL(url).pathname)) await cache.delete(url, { ignoreVary: true });
  }
}
