// Files whose name changes with their content: what was kept is right for ever. Photos are many and large, so those used
// longest ago go first.

const HOUR = 3_600_000;

const isPhoto = (url) => /\.(?:webp|avif|jpe?g|png)$/.test(url.pathname) && !SITE.frame.includes(url.pathname);
const cacheOf = (url) => (isSearchFile(url) ? SEARCH : isPhoto(url) ? PHOTOS : FILES);

async function answerFile(event) {
  const url = new URL(event.request.url);
  const cache = cacheOf(url);
  const copy = await kept(cache, url.href);
  if (copy) {
    if (cache === PHOTOS) event.waitUntil(touch(url.href, copy.clone()));
    return copy;
  }
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(cache, url.href, response.clone()).catch(() => {}));
    return response;
  } catch (error) {
    const other = cache === PHOTOS && (await otherWidth(url));
    if (other) return other;
    throw error;
  }
}

/** A photo that is looked at counts as new, told to the hour. */
async function touch(url, copy) {
  if (Date.now() - Date.parse(copy.headers.get(KEPT_AT)) < HOUR) return;
  const headers = new Headers(copy.headers);
  headers.set(KEPT_AT, new Date().toISOString());
  const body = await copy.blob();
  await (await cacheNamed(PHOTOS)).put(url, new Response(body, { headers })).catch(() => {});
}

/** The same photo in another width: a turned phone asks for one that it has never had. */
async function otherWidth({ pathname }) {
  const stem = (path) => path.match(/^(.*-)\d+\.\w+$/)?.[1];
  const cache = await cacheNamed(PHOTOS);
  const same = (await cache.keys()).find(({ url }) => stem(pathname) && stem(new URL(url).pathname) === stem(pathname));
  return same && cache.match(same, { ignoreVary: true });
}
