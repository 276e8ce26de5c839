// After a page has loaded and the reader has begun to read. Nothing here is waited for by a page.

/** Core pages and the list of the search are asked for again after so long. "Not changed" costs a few hundred bytes. */
const FRESH_FOR = 3_600_000;

/** Keeps the page that was just shown and its files: on a first visit they were loaded before there was a worker. */
async function keepShown({ page, files, lang, frugal }) {
  const urls = files.map((file) => new URL(file)).filter((url) => isOurs(url) && isLasting(url));
  for (const url of urls) await keepAll(cacheOf(url), [url.href]).catch(() => {});
  const url = pageKey(page);
  if (isOurs(new URL(url))) await keepAll(PAGES, [url]).catch(() => {});
  if (!frugal && SITE.languages[lang]) await renew(lang).catch(() => {});
  await tidy();
}

/** Asks again for what is kept without having been seen. */
async function renew(lang) {
  const { core, offline } = SITE.languages[lang];
  for (const url of [...core, offline]) {
    if (await isFresh(PAGES, url)) continue;
    const response = await fetch(url, { cache: 'no-cache', priority: 'low' });
    if (isGone(response)) await forgetPage(new URL(url, location.origin).href);
    else await keep(PAGES, url, response, pageMarks);
  }
  await keepAll(FILES, SITE.scripts);
  await keepSearch();
}

async function isFresh(cache, url) {
  const copy = await kept(cache, url);
  return Boolean(copy) && Date.now() - Date.parse(copy.headers.get(KEPT_AT)) < FRESH_FOR;
}

/** Keeps within the limits, and throws away files that no kept page needs: those of former versions of the site. */
async function tidy() {
  const core = Object.values(SITE.languages).flatMap((words) => [...words.core, words.offline]);
  const always = new Set(core.map((url) => new URL(url, location.origin).href));
  await trim(PAGES, MOST_PAGES, Infinity, (url) => always.has(url));
  await trim(PHOTOS, MOST_PHOTOS, MOST_PHOTO_BYTES);
  const pages = await contents(PAGES);
  const needed = new Set([...SITE.frame, ...SITE.scripts, ...pages.flatMap(({ headers }) => (headers.get(NEEDS) ?? '').split(' '))]);
  needed.delete('');
  await keepAll(FILES, [...needed].filter((path) => !SITE.scripts.includes(path))).catch(() => {});
  // A style sheet names fonts and pictures; scripts name each other, so their folder stays together.
  const folders = [...needed].filter((path) => path.endsWith('.js')).map((path) => path.slice(0, path.lastIndexOf('/') + 1));
  for (const path of [...needed].filter((path) => path.endsWith('.css'))) {
    const css = await (await kept(FILES, path))?.text();
    for (const [, address] of css?.matchAll(/url\(["']?([^"')]+)/g) ?? []) needed.add(new URL(address, location.origin + path).pathname);
  }
  const cache = await cacheNamed(FILES);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (!needed.has(pathname) && !folders.some((folder) => pathname.startsWith(folder))) await cache.delete(url, { ignoreVary: true });
  }
}
