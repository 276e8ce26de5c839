// A finished site as the checks see it: every file, every page parsed once, and which file an address leads to.
// In: the output folder and the base URL. Out: `Site`. It knows nothing of any single check. Start at `Site`.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readPage } from './page.mjs';

export class Site {
  /** `baseUrl` may be left out: it is then the canonical address of the site's first page. */
  constructor(dir, baseUrl) {
    this.dir = dir;
    this.files = new Set(walk(dir));
    this.pages = this.named('.html').map((file) => readPage(file, this.text(file)));
    this.pageOf = new Map(this.pages.map((page) => [page.file, page]));
    this.baseUrl = baseUrl ?? this.baseOfPages();
    if (!this.baseUrl || !URL.canParse(this.baseUrl) || !new URL(this.baseUrl).pathname.endsWith('/')) {
      throw new Error(`base URL ${this.baseUrl ?? 'unknown'}: give --base-url, absolute and ending in "/", or a canonical link in index.html`);
    }
    const { origin, pathname } = new URL(this.baseUrl);
    this.origin = origin;
    this.basePath = pathname;
    this.idsOfSvg = new Map();
  }

  /** The canonical address of the first page; a site in one language has its home page there, one folder below. */
  baseOfPages() {
    const { canonical, lang } = this.pageOf.get('index.html') ?? {};
    const isHome = lang && canonical?.endsWith(`/${lang}/`) && this.pageOf.get(`${lang}/index.html`)?.canonical === canonical;
    return isHome ? canonical.slice(0, -`${lang}/`.length) : canonical;
  }

  /** The files whose name ends so, in the order of their names. */
  named(ending) {
    return [...this.files].filter((file) => file.endsWith(ending)).sort();
  }

  text(file) {
    return readFileSync(join(this.dir, file), 'utf8');
  }

  bytes(file) {
    return readFileSync(join(this.dir, file));
  }

  /** The absolute address of a file: `vi/index.html` is `<base>vi/`. */
  address(file) {
    return this.baseUrl + encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));
  }

  /** The file that an address of this site leads to, or undefined. */
  fileOf(address) {
    const { file } = this.resolve(address, 'index.html');
    return file;
  }

  /**
   * Where `href`, written in `from`, leads. `kind` is one of
   * `file` (with `file` and `fragment`) · `missing` (under the base path, no such file) · `outside` (own host, not under
   * the base path) · `web` (another host, http or https) · `scheme` (with `scheme`) · `broken` (no address at all).
   */
  resolve(href, from) {
    const trimmed = href.trim();
    if (!URL.canParse(trimmed, this.address(from))) return { kind: 'broken' };
    const url = new URL(trimmed, this.address(from));
    if (!/^https?:$/.test(url.protocol)) return { kind: 'scheme', scheme: url.protocol };
    if (url.origin !== this.origin) return { kind: 'web', url };
    if (!(url.pathname + '/').startsWith(this.basePath)) return { kind: 'outside', url };
    const path = unescape(url.pathname.slice(this.basePath.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!this.files.has(file)) return { kind: 'missing', url, path: file, folder: this.files.has(`${path}/index.html`) };
    return { kind: 'file', url, file, fragment: unescape(url.hash.slice(1)) };
  }

  /** Whether `file` has something with this id: an element of a page, or a symbol of a picture. */
  hasId(file, id) {
    const page = this.pageOf.get(file);
    if (page) return page.ids.has(id);
    if (!this.idsOfSvg.has(file)) {
      const ids = [...this.text(file).matchAll(/\sid\s*=\s*(["'])(.*?)\1/g)].map((match) => match[2]);
      this.idsOfSvg.set(file, new Set(ids));
    }
    return this.idsOfSvg.get(file).has(id);
  }
}

/** Percent signs that are no escape are left as they stand. */
function unescape(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function walk(dir, prefix = '') {
  if (!existsSync(dir) || !statSync(dir).isDirectory()) throw new Error(`no folder ${dir}: build the site first`);
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(dir, entry.name), `${prefix}${entry.name}/`) : [prefix + entry.name],
  );
}
