// Wakes a list of products when someone searches, narrows or sorts it, or when the address asks for more than the page
// shows. Until then the page stays as the server made it; the search is loaded when someone is about to type.

export function mount(root) {
  const list = root.querySelector('[data-list]');
  if (!list) return;
  root.documentElement.classList.add('live'); // for browsers that do not know @media (scripting)
  const form = root.getElementById('list-form');
  let awake;
  const wake = () => {
    if (awake) return;
    awake = import('./list/live.js');
    list.querySelector('[data-results]').setAttribute('aria-busy', 'true');
    awake.then(({ start }) => start(list)).catch(() => broken(list, form));
  };
  form?.querySelector('input').addEventListener('focus', () => import('./list/live.js').then(({ prepare }) => prepare()).catch(() => {}), { once: true });
  for (const event of ['input', 'change', 'submit']) {
    root.addEventListener(event, (fired) => {
      if (fired.target !== form && fired.target.form !== form) return;
      if (event === 'submit') fired.preventDefault();
      wake();
    });
  }
  // A facet that is opened, or the sheet of them on a phone, needs its terms.
  list.addEventListener('click', (event) => {
    if (event.target.closest('summary, .facets-button')) wake();
  });
  if (location.search.length > 1) wake();
}

/** A script that did not come stays away until the page is loaded anew; the form takes along what was chosen. */
function broken(list, form) {
  list.querySelector('[data-results]').removeAttribute('aria-busy');
  list.removeAttribute('data-unasked');
  const note = list.querySelector('[data-error]');
  note.hidden = false;
  list.querySelector('[data-announce]').textContent = note.querySelector('p').textContent;
  note.querySelector('button').addEventListener('click', () => form.submit());
}
