// What pages ask of the worker, by name: `{ ask: 'keep', … }`. An unknown question is one of a page older or newer than
// this worker, and is left alone.

const TALK = {
  /** A page has loaded: `page` its address, `files` what it loaded, `lang`, `frugal` when its reader wants to save data. */
  keep: (said) => keepShown(said),

  /** Which pages are kept, `[{ url, title, day }]`: those that were seen, the latest first, then home and the list. */
  async list({ lang }, { ports: [port] }) {
    const languages = Object.values(SITE.languages);
    const whole = (url) => new URL(url, location.origin).href;
    const core = languages.flatMap((words) => words.core.map(whole));
    // Further pages of the list have its name, and this page is the one that asks.
    const left = languages.flatMap((words) => [whole(words.offline), ...words.core.slice(2).map(whole)]);
    const pages = (await contents(PAGES)).filter(({ url }) => !left.includes(url)).reverse();
    const words = SITE.languages[lang] ?? SITE.languages[SITE.main_language];
    const entries = [false, true].flatMap((isCore) => pages.filter(({ url }) => core.includes(url) === isCore));
    port.postMessage(entries.map(({ url, at, headers }) => ({
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
