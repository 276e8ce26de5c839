// What is kept. The base path stands in the names of the caches, since one host may hold several catalogues.

/** Goes up when the form of what is kept changes. */
const FORM = 1;
const OUR_CACHES = `ocop ${SITE.base} `;
const cacheName = (part) => `${OUR_CACHES}${part} ${FORM}`;
const PAGES = cacheName('pages');
const FILES = cacheName('files');
const PHOTOS = cacheName('photos');
const SEARCH = cacheName('search');
const ALL_CACHES = [PAGES, FILES, PHOTOS, SEARCH];

const MOST_PAGES = 80;
const MOST_PHOTOS = 200;
const MOST_PHOTO_BYTES = 20 * 1024 * 1024;
/** Of an index that is too large to be kept whole. */
const MOST_SEARCH_FILES = 300;
const MOST_SEARCH_BYTES = 5 * 1024 * 1024;

/** Headers that a kept answer gets: when it was kept, how large it is, what a page is called and needs, for which languages. */
const KEPT_AT = 'x-kept-at';
const BYTES = 'x-kept-bytes';
const TITLE = 'x-kept-title';
const NEEDS = 'x-kept-needs';
const LANGUAGES = 'x-kept-languages';

const isOurCache = (name) => name.startsWith(OUR_CACHES);
const isOurs = (url) => url.origin === location.origin && url.pathname.startsWith(SITE.base);
const isLasting = (url) => SITE.lasting.some((folder) => url.pathname.startsWith(folder));

/** An answer that is whole, from this site, and meant to be kept. A page in place of a file is a host that hides an error. */
function mayKeep(response, cache) {
  const isPage = (response.headers.get('content-type') ?? '').startsWith('text/html');
  return response.type === 'basic' && response.status === 200 && !response.redirected &&
    !/no-store/.test(response.headers.get('cache-control') ?? '') && isPage === (cache === PAGES);
}

/** The site is being forgotten: work that was under way must not begin to keep anything again. */
let undone = false;

/** The cache of this name, which is made if it is not there. */
function cacheNamed(name) {
  return undone ? Promise.reject(new DOMException('forgotten', 'AbortError')) : caches.open(name);
}

/** Keeps an answer under `url`, with `marks` as further headers. False when it may not be kept or there is no room. */
async function keep(cache, url, response, marks = () => ({})) {
  if (!mayKeep(response, cache)) return false;
  // Read to its end first: an answer that breaks off is an error here and not a kept half.
  const body = await response.blob();
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length']) headers.delete(name);
  const all = { [KEPT_AT]: new Date().toISOString(), [BYTES]: body.size, ...(await marks(body)) };
  for (const [name, value] of Object.entries(all)) headers.set(name, value);
  const put = async () => (await cacheNamed(cache)).put(url, new Response(body, { headers }));
  try {
    await put();
  } catch {
    // No room: photos are the first to go. Whoever has none left does without this one.
    await trim(PHOTOS, MOST_PHOTOS / 4, MOST_PHOTO_BYTES / 4);
    return put().then(() => true, () => false);
  }
  return true;
}

async function kept(cache, url) {
  return caches.match(url, { cacheName: cache, ignoreVary: true });
}

/** Asks the network for those that are not kept yet. Throws when one cannot be had. */
async function keepAll(cache, urls) {
  for (const url of urls) {
    if (await kept(cache, url)) continue;
    const response = await fetch(url, { priority: 'low' });
    if (!(await keep(cache, url, response, cache === PAGES ? pageMarks : undefined))) throw new Error(`cannot keep ${url}`);
  }
}

/** `[{ url, at, bytes, headers }]`, the one used longest ago first. */
async function contents(cache) {
  const opened = await cacheNamed(cache);
  const entries = await Promise.all((await opened.keys()).map(async ({ url }) => {
    const headers = (await opened.match(url, { ignoreVary: true }))?.headers;
    return headers && { url, headers, at: headers.get(KEPT_AT) ?? '', bytes: Number(headers.get(BYTES)) };
  }));
  return entries.filter(Boolean).sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** Throws away what was used longest ago until no more than so many and so much are left. */
async function trim(cache, most, mostBytes = Infinity, isNeeded = () => false) {
  const opened = await cacheNamed(cache);
  const entries = await contents(cache);
  let count = entries.length;
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  for (const entry of entries) {
    if (count <= most && bytes <= mostBytes) return;
    if (isNeeded(entry.url)) continue;
    await opened.delete(entry.url, { ignoreVary: true });
    count -= 1;
    bytes -= entry.bytes;
  }
}

/** Forgets everything, and this worker itself. */
async function undo() {
  undone = true;
  await Promise.all((await caches.keys()).filter(isOurCache).map((name) => caches.delete(name)));
  await self.registration.unregister();
}
