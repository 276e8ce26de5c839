// Registers the worker that keeps pages for reading without a network, after the page has loaded, and tells it what the
// page consists of. `data-worker` on <html> is its address; a site that switches this off has none.

const SLOW = new Set(['slow-2g', '2g']);

export function mount(root) {
  const page = document.documentElement.dataset;
  const container = navigator.serviceWorker;
  if (!container) return;
  container.addEventListener('message', ({ data }) => data?.newer && showNewer(root));
  // A preview says that it is one after this script has run.
  if (page.worker) whenQuiet(() => (page.preview === undefined ? start(container, page.worker) : stop(container)));
  if (root.querySelector('[data-kept-list]')) import('./kept.js').then((kept) => kept.mount(root));
}

async function start(container, worker) {
  try {
    await container.register(worker);
  } catch {
    return; // a private window, a full disk, a host without the file: the page is complete without it
  }
  const { active } = await container.ready;
  const { saveData, effectiveType } = navigator.connection ?? {};
  active.postMessage({
    ask: 'keep',
    page: location.href,
    files: performance.getEntriesByType('resource').map(({ name }) => name),
    lang: document.documentElement.lang,
    frugal: Boolean(saveData) || SLOW.has(effectiveType),
  });
}

/** A preview and a published site may share an address, one after the other. */
async function stop(container) {
  for (const registration of await container.getRegistrations()) await registration.unregister();
}

/** The worker showed a copy because the network was slow, and now the page has come. */
function showNewer(root) {
  for (const link of root.querySelectorAll('[data-kept] a')) link.hidden = false;
}

/** Not before the page has loaded, and not while it is busy. */
function whenQuiet(task) {
  const idle = () => (window.requestIdleCallback ? requestIdleCallback(task, { timeout: 5000 }) : setTimeout(task, 1000));
  if (document.readyState === 'complete') idle();
  else addEventListener('load', idle, { once: true });
}
