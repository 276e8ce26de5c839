// What a first answer costs on the wire: a host that counts, and a browser that knows nothing before each question.
// Bytes are bodies as sent; pages, scripts, styles and JSON are compressed with gzip, as every host does.

import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.woff2': 'font/woff2',
};
const PACKED = /^(?:text\/|image\/svg|application\/json)/;
const BLANK = '/blank';

/** Serves a built site. `sent` lists `{ path, bytes }` of every answer; empty it before what is to be counted. */
export async function host(folder) {
  const sent = [];
  const server = createServer((request, response) => {
    let path = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    if (path === BLANK) return response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>-</title>');
    if (path.endsWith('/')) path += 'index.html';
    const file = join(folder, path);
    if (!existsSync(file)) return response.writeHead(404).end();
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    if (!PACKED.test(type)) {
      const bytes = statSync(file).size;
      sent.push({ path, bytes });
      response.writeHead(200, { 'content-type': type, 'content-length': bytes });
      return createReadStream(file).pipe(response);
    }
    const body = gzipSync(readFileSync(file));
    sent.push({ path, bytes: body.length });
    response.writeHead(200, { 'content-type': type, 'content-length': body.length, 'content-encoding': 'gzip' }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const home = readFileSync(join(folder, 'vi/index.html'), 'utf8');
  const origin = `http://127.0.0.1:${server.address().port}`;
  const main = /<script[^>]* src="([^"]+main\.js)"/.exec(home)[1];
  return {
    origin,
    blank: origin + BLANK,
    sent,
    engine: new URL('search/engine.js', new URL(main, origin)).pathname,
    manifest: /data-search="([^"]+)"/.exec(home)[1],
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** Asks each question in a fresh browser: `[{ kind, text, bytes, requests, ms, total, files }]`. `ask` runs in the page. */
export async function firstAnswers(browser, site, questions, ask, more) {
  const rows = [];
  for (const { kind, text } of questions) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(site.blank);
    site.sent.length = 0;
    const { total, ms } = await page.evaluate(ask, [text, ...more]);
    const files = [...site.sent];
    rows.push({ kind, text, total, ms, files, requests: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) });
    await context.close();
  }
  return rows;
}

/** Ten results of the search of the site. */
export const ownSearch = async ([text, engine, manifest]) => {
  const start = performance.now();
  const { open } = await import(engine);
  const { total } = await open([manifest], { lang: 'vi' }).find({ text, limit: 10 });
  return { total, ms: performance.now() - start };
};

/** Ten results of Pagefind's bundle in the folder `pagefind` of the site. */
export const pagefind = async ([text]) => {
  const start = performance.now();
  const engine = await import('/pagefind/pagefind.js');
  await engine.options({ language: 'vi' });
  const { results } = await engine.search(text);
  await Promise.all(results.slice(0, 10).map((result) => result.data()));
  return { total: results.length, ms: performance.now() - start };
};

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
