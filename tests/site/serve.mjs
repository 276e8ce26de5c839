// A static host for one site on 127.0.0.1: base path, `_headers` and 404.html as on a real one. In: `Site`. Out: its address.

import { createServer } from 'node:http';
import { extname } from 'node:path';
import { headersFor, readHeaders } from './headers.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/** `{ url, origin, close }`; `url` is the first page of the site, base path included. */
export async function serve(site) {
  const rules = site.files.has('_headers') ? readHeaders(site.text('_headers')) : [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const found = site.resolve(site.origin + pathname, 'index.html');
    if (found.folder) return response.writeHead(308, { location: `${pathname}/` }).end();
    const file = found.file ?? (site.files.has('404.html') ? '404.html' : undefined);
    if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    const headers = { 'content-type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream', ...headersFor(rules, pathname) };
    response.writeHead(found.file ? 200 : 404, headers).end(site.bytes(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + site.basePath,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}
