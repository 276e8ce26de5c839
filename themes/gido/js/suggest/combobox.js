// Suggestions under a search box: the combobox of the ARIA Authoring Practices with a list. Loaded at the first use of
// the box. Focus stays in the field; the list tells which entry is active.

import { open } from '../search/engine.js';
import { isComposing, isSparing, whenTyped } from '../typing.js';
import { MOST, Options } from './options.js';

const WIDE = '(min-width: 64rem)';

/** Brings `form` to life; the index is at `manifest`. What stands in the field is answered unless it is being composed. */
export function start(form, manifest, composing) {
  const input = form.querySelector('input');
  const field = form.querySelector('.search-field');
  const search = open([manifest], { lang: document.documentElement.lang });
  const list = document.createElement('div');
  Object.assign(list, { className: 'suggestions', id: `${input.id}-list`, hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', form.querySelector('label').textContent);
  const status = document.createElement('p');
  status.className = 'hidden';
  status.setAttribute('role', 'status');
  field.append(list, status);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id })) {
    input.setAttribute(name, value);
  }
  const shown = new Options(list, { ...field.dataset, action: form.action });
  let options = [];
  let active = -1;
  let asked = 0;

  const activate = (index) => {
    options[active]?.setAttribute('aria-selected', 'false');
    active = index;
    const option = options[active];
    if (!option) return input.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', option.id);
  };
  const show = (isShown) => {
    if (isShown !== list.hidden) return;
    // On a phone the keyboard takes half of the screen; the rest is for the list.
    if (isShown && !form.popover && !matchMedia(WIDE).matches) field.scrollIntoView({ block: 'start' });
    list.hidden = !isShown;
    input.setAttribute('aria-expanded', String(isShown));
  };
  const close = () => {
    asked += 1;
    activate(-1);
    show(false);
  };
  const answer = async (text) => {
    const ticket = ++asked;
    if (!text.trim()) return close();
    let hints;
    try {
      hints = await search.suggest(text, MOST);
    } catch {
      return close(); // no network: Enter still leads to the search page, which says so
    }
    // A later text was typed, or the box was left, while this one was looked up.
    if (ticket !== asked || !form.contains(document.activeElement)) return;
    const chosen = options[active];
    activate(-1);
    const found = shown.fill(hints, text.trim());
    options = [...list.querySelectorAll('[role="option"]')];
    activate(options.indexOf(chosen)); // by who was quicker than the answer
    status.textContent = found ? `${field.dataset.some} ${options.length}` : field.dataset.none;
    show(true);
  };
  const stop = whenTyped(input, answer, composing);
  input.addEventListener('input', () => activate(-1));

  input.addEventListener('keydown', (event) => {
    if (isComposing(event)) return;
    const last = options.length - 1;
    const moves = {
      ArrowDown: () => (active < last ? active + 1 : -1),
      ArrowUp: () => (active < 0 ? last : active - 1),
      ...(active >= 0 && { Home: () => 0, End: () => last }),
    };
    if (event.key in moves && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      if (!list.hidden) activate(moves[event.key]());
      else if (event.key.startsWith('Arrow')) answer(input.value);
      else return;
      event.preventDefault();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      options[active].click();
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      stop(); // a letter typed just before would open it again
      close();
    }
  });
  // The field keeps the focus while someone presses an entry.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  form.addEventListener('submit', () => {
    stop();
    close();
  });
  if (!isSparing()) search.load().catch(() => undefined); // without a network the first question says so
  if (!composing && document.activeElement === input) answer(input.value);
}
