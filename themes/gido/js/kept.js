// The page "reading without a network": lists what the worker has kept, and throws it away when asked to.

export async function mount(root) {
  const place = root.querySelector('[data-kept-list]');
  const forget = root.querySelector('[data-forget]');
  const worker = (await navigator.serviceWorker?.getRegistration())?.active;
  const { lang } = document.documentElement;
  if (!worker) return;
  const show = async () => {
    const pages = await ask(worker, { ask: 'list', lang });
    place.querySelector('ul').replaceChildren(...pages.map(item));
    place.hidden = false;
    root.querySelector('[data-kept-none]').hidden = pages.length > 0;
    forget.hidden = pages.length === 0;
  };
  forget.addEventListener('click', async () => {
    await ask(worker, { ask: 'forget' });
    await show();
    root.querySelector('[data-forget-done]').textContent = forget.dataset.forgotten;
  });
  await show();
}

function item({ url, title, day }) {
  const link = document.createElement('a');
  link.href = url;
  // The title comes from the markup of a page of this site; only its text is taken.
  link.textContent = new DOMParser().parseFromString(title, 'text/html').body.textContent || new URL(url).pathname;
  const entry = document.createElement('li');
  const when = document.createElement('small');
  when.textContent = day;
  entry.append(link, when);
  return entry;
}

function ask(worker, question) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(question, [port2]);
  });
}
