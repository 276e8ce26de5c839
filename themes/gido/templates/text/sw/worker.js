// Keeps pages of this site for reading without a network. Made anew with every build; browsers ask for it at every visit.
//
//   store.js    what is kept, and how much of it
//   pages.js    pages: from the network, or else what was kept, which says so
//   files.js    styles, scripts, fonts, pictures: their names change with their content
//   search.js   the index of the search
//   renew.js    after a page has loaded: keep it, renew the list and the search, throw away what nobody needs
//   talk.js     what pages ask of the worker
//
// It answers only for addresses of this site and only what can be read (GET). It never keeps an error, a part of a file,
// or an answer that came from somewhere else.
'use strict';

const SITE = {{ view.settings }};
{% include "text/sw/store.js" %}
{% include "text/sw/pages.js" %}
{% include "text/sw/files.js" %}
{% include "text/sw/search.js" %}
{% include "text/sw/renew.js" %}
{% include "text/sw/talk.js" %}
self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || !isOurs(url) || request.headers.has('range')) return;
  if (request.mode === 'navigate') event.respondWith(answerPage(event));
  else if (isSearchMap(url)) event.respondWith(answerSearchMap(event));
  else if (isLasting(url)) event.respondWith(answerFile(event));
});

self.addEventListener('message', (event) => {
  const answer = TALK[event.data?.ask];
  if (answer) event.waitUntil(answer(event.data, event));
});

/** What every page needs, and the page that is shown when there is nothing else. Fails as a whole, and is tried again at the next visit. */
async function install() {
  await keepAll(FILES, SITE.frame);
  await keepAll(PAGES, Object.values(SITE.languages).map(({ offline }) => offline));
  // Names of kept files change with their content, so this worker may take the place of the former one at once. If it
  // keeps things in another form it waits until the pages that the former one serves are closed.
  const names = (await caches.keys()).filter(isOurCache);
  if (names.every((name) => ALL_CACHES.includes(name))) await self.skipWaiting();
}

async function activate() {
  const names = (await caches.keys()).filter(isOurCache);
  await Promise.all(names.filter((name) => !ALL_CACHES.includes(name)).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  await tidy();
}
