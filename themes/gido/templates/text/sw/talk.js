// What pages ask of the worker, by name: `{ ask: 'keep', … }`. An unknown question is one of a page older or newer than
// this worker, and is left alone.

const TALK = {
  /** A page has loaded: `page` its address, `files` what it loaded, `lang`, `frugal` when its reader wants to save data. */
  keep: (said) => keepShown(said),

  /** Which pages are kept, the latest first: `[{ url, title, day }]`, through the port of the message. */
  async list({ lang }, { ports: [port] }) {
    const words = SITE.languages[lang] ?? SITE.languages[SITE.main_language];
    const own = Object.values(SITE.languages).map(({ offline }) => new URL(offline, location.origin).href);
    const pages = (await contents(PAGES)).filter(({ url }) => !own.includes(url)).reverse();
    port.postMessage(pages.map(({ url, at, headers }) => ({
      url,
      title: decodeURIComponent(headers.get(TITLE) ?? ''),
      day: dateIn(words, at),
    })));
  },

  /** Throws away what was kept for reading; the frame of the pages stays. */
  async forget(said, { ports: [port] }) {
    for (const name of [PAGES, PHOTOS, SEARCH]) await caches.delete(name);
    await keepAll(PAGES, Object.values(SITE.languages).map(({ offline }) => offline)).catch(() => {});
    await tidy();
    port.postMessage(true);
  },
};
