// Pages come from the network. What was kept is shown when there is no network, when it is slow, or when the host fails;
// then the page says so, with the day. So no old page sticks, and a certificate that has ended since is told by the
// page's own script, which goes by the clock of the reader.

/** How long a reader who has a copy waits for the network, in milliseconds. */
const PATIENCE = 3000;

async function answerPage(event) {
  const url = pageKey(event.request.url);
  const copy = await keptPage(url);
  const network = askForPage(event, url);
  // Also an answer that comes too late for this visit takes the place of the copy.
  event.waitUntil(network.catch(() => {}));
  if (!copy) return network.catch(() => missing(url));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, 'slow'));
  const first = await Promise.race([network.catch(() => 'kept'), late]);
  if (first === 'kept') return withNotice(copy, url, 'kept');
  if (first !== 'slow') return first.status < 500 ? first : withNotice(copy, url, 'slow');
  event.waitUntil(network.then((response) => response.ok && tell(event.resultingClientId, { newer: url })).catch(() => {}));
  return withNotice(copy, url, 'slow');
}

/** The page from the network; a copy of it is kept, and the copy of a page that is gone is thrown away. */
async function askForPage(event, url) {
  const response = (await event.preloadResponse) ?? (await fetch(event.request));
  if (isGone(response)) event.waitUntil(forgetPage(url));
  else event.waitUntil(takeIn(url, response.clone()).catch(() => {}));
  return response;
}

const isGone = ({ status }) => status === 404 || status === 410;

/** A page that names no file of this site may be of another program that has its address now. */
async function takeIn(url, response) {
  if (!(await keep(PAGES, url, response, pageMarks))) return;
  const copy = await kept(PAGES, url);
  if (copy?.headers.get(NEEDS) === '' && isGone(await fetch(self.location.href, { cache: 'no-cache' }))) await undo();
}

/** Address under which a page is kept: what a script reads from the rest of the address is no other page. */
function pageKey(address) {
  const { origin, pathname } = new URL(address);
  return origin + pathname.replace(/\/index\.html$/, '/');
}

async function keptPage(url) {
  return (await kept(PAGES, url)) ?? (url.endsWith('/') ? undefined : kept(PAGES, `${url}/`));
}

async function forgetPage(url) {
  await (await cacheNamed(PAGES)).delete(url, { ignoreVary: true });
}

/** What the list of kept pages and the tidying must know of a page, so that they need not read it again. */
async function pageMarks(body) {
  const html = await body.text();
  const title = html.match(/<meta property="og:title" content="([^"]*)"/)?.[1] ?? '';
  return { [TITLE]: encodeURIComponent(title), [NEEDS]: needsOf(html).join(' ') };
}

/** Styles, scripts, fonts and drawings that a page names; photos are kept by their own rule. */
function needsOf(html) {
  const named = html.matchAll(/<(?:link|script|img)\b[^>]*?\s(?:href|src)="([^"]+)"/g);
  const urls = [...named].map(([, address]) => new URL(address, location.origin));
  const files = urls.filter((url) => isOurs(url) && isLasting(url) && !isPhoto(url));
  return [...new Set(files.map(({ pathname }) => pathname))];
}

/** The page that stands for one that was never kept. */
async function missing(url) {
  const words = wordsFor(url);
  const page = words && (await kept(PAGES, words.offline));
  if (!page) return Response.error();
  const html = (await page.text()).replace(/<main\b[^>]*>/, (main) => main + notice('missing', words.missing));
  return new Response(html, { status: 503, headers: page.headers });
}

/** A copy, with a line that says when it was kept. */
async function withNotice(copy, url, why) {
  const words = wordsFor(url);
  if (!words) return copy;
  const text = words[why].replace('{date}', dateIn(words, copy.headers.get(KEPT_AT)));
  const link = ` <a href="${escaped(url)}" hidden>${escaped(words.newer)}</a>`;
  const html = (await copy.text()).replace(/<main\b[^>]*>/, (main) => main + notice(why, text, link));
  return new Response(html, { headers: copy.headers });
}

function notice(why, text, more = '') {
  return `\n<p class="kept wrap" data-kept="${why}">${escaped(text)}${more}</p>`;
}

/** The words of the language that a page is in; of the main language where it serves all. */
function wordsFor(url) {
  const tag = new URL(url).pathname.slice(SITE.base.length).split('/')[0];
  return SITE.languages[tag] ?? SITE.languages[SITE.main_language];
}

/** The day of the reader, in the form that the site writes dates in. */
function dateIn({ date, months }, time) {
  const day = new Date(time);
  const d = String(day.getDate());
  const m = String(day.getMonth() + 1);
  const parts = { d, dd: d.padStart(2, '0'), m, mm: m.padStart(2, '0'), month: months[day.getMonth()], yyyy: day.getFullYear() };
  return date.replace(/\{(\w+)\}/g, (hole, part) => parts[part] ?? hole);
}

const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

async function tell(client, message) {
  (await self.clients.get(client))?.postMessage(message);
}
