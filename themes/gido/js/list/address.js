// The address bar of a live list: what it shows, where the reader was, and the language links that keep it.

import { query } from './state.js';

const REST_MS = 200;

export class Address {
  /** `action` is the address of the list without a query. */
  constructor(action) {
    this.path = new URL(action).pathname;
    this.links = [...document.querySelectorAll('.languages a')].map((link) => [link, link.href]);
    this.remembered = history.state;
    history.scrollRestoration = 'manual';
    addEventListener('pagehide', () => this.remember());
    // On the way back the browser has left an entry before anyone is told, so its place is kept as it changes.
    let resting;
    addEventListener('scroll', () => {
      clearTimeout(resting);
      resting = setTimeout(() => this.remember(), REST_MS);
    });
  }

  /** Writes the state; `how` is "push" for a step that the back button takes back, else "replace". */
  write(state, how) {
    const text = query(state);
    // A later page of the list keeps its own address until someone asks for something else.
    const path = text || how === 'push' ? this.path : location.pathname;
    const href = text ? `${path}?${text}` : path;
    if (how === 'push' && href !== location.pathname + location.search) {
      this.remember();
      history.pushState({}, '', href);
    } else {
      history.replaceState(history.state, '', href);
    }
    this.follow(state);
  }

  /** Language links lead to the same selection. */
  follow(state) {
    this.shown = location.pathname + location.search;
    const text = query(state);
    for (const [link, href] of this.links) link.href = text ? `${href}?${text}` : href;
  }

  /** Keeps where the reader is, and the card that was opened, for the way back. */
  remember(card) {
    history.replaceState({ ...history.state, y: scrollY, ...(card && { card }) }, '');
  }

  /** Brings the reader back to where this entry of the history was left. */
  restore(list, { y, card } = history.state ?? {}) {
    if (y === undefined) return;
    scrollTo({ top: y, behavior: 'instant' });
    if (card) [...list.querySelectorAll('.card h3 a')].find((link) => link.href === card)?.focus({ preventScroll: true });
  }
}
