// The search box of every page: opens its sheet on a phone, "/" leads to it, and the suggestions come with the first
// use. Without script the form sends its text to the search page. The key can be switched off on that page: who speaks
// to the computer must not set off a key by a word (WCAG 2.1.4).

const KEY_OFF = 'ocop-search-key';
const WIDE = '(min-width: 64rem)';

export function mount(root) {
  const html = root.documentElement;
  const manifest = html.dataset.search;
  for (const form of root.querySelectorAll('[data-search-box]')) {
    const input = form.querySelector('input');
    let awake;
    let composing = false; // an input method is putting a letter together while the rest loads
    const wake = (event) => {
      composing = event.isComposing ?? false;
      awake ??= import('./suggest/combobox.js')
        .then(({ start }) => start(form, manifest, composing))
        .catch(() => {
          awake = undefined; // the form itself still works
        });
    };
    for (const event of ['focus', 'input', 'compositionend']) input.addEventListener(event, wake);
    form.addEventListener('submit', (event) => {
      if (input.value.trim()) return;
      event.preventDefault();
      input.focus();
    });
  }
  const sheet = root.getElementById('search');
  const opener = root.querySelector('.search-button');
  // Focus moves within the tap itself, or phones keep their keyboard closed.
  opener?.addEventListener('click', (event) => {
    event.preventDefault();
    openSheet(sheet);
  });
  const choice = root.querySelector('[data-search-key]');
  if (choice) {
    choice.hidden = false;
    const box = choice.querySelector('input');
    box.checked = !localStorage.getItem(KEY_OFF);
    box.addEventListener('change', () => (box.checked ? localStorage.removeItem(KEY_OFF) : localStorage.setItem(KEY_OFF, 'off')));
  }
  root.addEventListener('keydown', (event) => {
    if (event.key !== '/' || localStorage.getItem(KEY_OFF) || event.ctrlKey || event.metaKey || event.altKey || isEditing(event.target)) return;
    const page = root.querySelector('main input[type="search"]');
    event.preventDefault();
    if (page?.checkVisibility?.() ?? page) page.focus();
    else openSheet(sheet);
  });
}

function openSheet(sheet) {
  if (!sheet) return;
  if (!matchMedia(WIDE).matches && !sheet.matches(':popover-open')) sheet.showPopover();
  const input = sheet.querySelector('input');
  input.focus();
  input.select();
}

const isEditing = (element) => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
