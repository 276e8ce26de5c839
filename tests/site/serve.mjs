// A static host for one site on 127.0.0.1, as Netlify, Cloudflare Pages and their like are one: base path, `_headers`, 404
// pages, compression, ETag with "not changed", pages revalidated at every visit. In: `Site`. Out: its address, and the means to
// publish another site there, to be slow, to fail, or to be gone.

import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import { extname } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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

/** Cached by hosts for no time at all, but kept by browsers to ask "has it changed?". */
const REVALIDATE = 'public, max-age=0, must-revalidate';
const COMPRESSED = /^(?:text\/|application\/(?:json|xml|manifest)|image\/svg)/;

/**
 * `url` is the first page of the site, base path included. `publish(site)` puts another one in its place, `behave({ delay, status })`
 * makes every answer late by milliseconds or an error, `stop()` and `start()` take the host off the network and back on the
 * same port, `asked` lists the paths of all requests. With `tls`, a key and a certificate, it speaks HTTP/2 as those hosts do.
 */
export async function serve(first, { tls } = {}) {
  const host = { site: undefined, rules: [], packed: new Map(), delay: 0, status: undefined };
  const asked = [];
  const publish = (site) => Object.assign(host, { site, packed: new Map(), rules: site.files.has('_headers') ? readHeaders(site.text('_headers')) : [] });
  publish(first);
  const listener = (request, response) => {
    asked.push(new URL(request.url, 'http://127.0.0.1').pathname);
    setTimeout(() => response.destroyed || answer(host, request, response), host.delay);
  };
  const server = tls ? createSecureServer(tls, listener) : createServer(listener);
  const start = (port) => new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const stop = () => new Promise((resolve) => (server.closeAllConnections?.(), server.close(resolve)));
  await start(0);
  const { port } = server.address();
  const origin = `${tls ? 'https' : 'http'}://127.0.0.1:${port}`;
  return {
    origin,
    get url() {
      return origin + host.site.basePath;
    },
    get site() {
      return host.site;
    },
    asked,
    publish,
    behave: ({ delay = 0, status } = {}) => Object.assign(host, { delay, status }),
    start: () => start(port),
    stop,
    close: () => (server.listening ? stop() : undefined),
  };
}

function answer({ site, rules, packed, status }, request, response) {
  const { pathname } = new URL(request.url, 'http://127.0.0.1');
  if (status) return response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>Bad gateway</h1>');
  const found = site.resolve(site.origin + pathname, 'index.html');
  if (found.folder) return response.writeHead(308, { location: `${pathname}/` }).end();
  const file = found.file ?? missingPage(site, pathname);
  if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
  const type = TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
  const accepts = request.headers['accept-encoding'] ?? '';
  const encoding = COMPRESSED.test(type) ? ['br', 'gzip'].find((name) => accepts.includes(name)) : undefined;
  const { bytes, etag } = pack(packed, site, file, encoding);
  const headers = { 'content-type': type, 'cache-control': REVALIDATE, vary: 'accept-encoding', etag, ...headersFor(rules, pathname) };
  if (found.file && request.headers['if-none-match'] === etag) return response.writeHead(304, headers).end();
  if (encoding) headers['content-encoding'] = encoding;
  response.writeHead(found.file ? 200 : 404, { ...headers, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The nearest 404 page: the one of the language before the one of the site. */
function missingPage(site, pathname) {
  const folder = pathname.slice(site.basePath.length).split('/')[0];
  return [`${folder}/404.html`, '404.html'].find((file) => site.files.has(file));
}

function pack(packed, site, file, encoding) {
  const key = `${encoding} ${file}`;
  if (!packed.has(key)) {
    const plain = site.bytes(file);
    const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}-${encoding ?? 'plain'}"`;
    packed.set(key, { etag, bytes: compress(plain, encoding) });
  }
  return packed.get(key);
}

function compress(bytes, encoding) {
  if (encoding === 'br') return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return encoding === 'gzip' ? gzipSync(bytes) : bytes;
}
