// Every address in pages and style sheets leads somewhere, nothing is loaded from another host, and every page can be reached.

import { isRedirect, kindOf } from '../kinds.mjs';

/** Attributes that hold one address. The first group is fetched with the page, the second is followed by the reader. */
const FETCHED = ['src', 'poster', 'data'];
const FOLLOWED = ['href', 'xlink:href', 'action', 'formaction'];
const LISTS = ['srcset', 'imagesrcset'];
const FETCHED_RELS = /^(stylesheet|icon|apple-touch-icon|mask-icon|manifest|preload|modulepreload|prefetch|preconnect|dns-prefetch)$/i;
const SCHEMES = new Set(['mailto:', 'tel:']);

export default {
  name: 'links',
  about: 'addresses lead to files and fragments, nothing comes from another host, every page is linked',
  run(site, report) {
    let count = 0;
    for (const page of site.pages) {
      for (const address of addressesOf(page)) {
        count += 1;
        checkAddress(site, report, page.file, address);
      }
      if (page.refresh !== undefined) checkAddress(site, report, page.file, { href: page.refresh, from: 'meta refresh' });
    }
    for (const file of site.named('.css')) {
      for (const href of addressesOfCss(site.text(file))) {
        count += 1;
        checkAddress(site, report, file, { href, from: 'url()', fetched: true });
      }
    }
    checkReached(site, report);
    report.note(`${site.pages.length} pages`);
    report.note(`${count} addresses`);
  },
};

function* addressesOf({ elements }) {
  for (const { tag, attrs } of elements) {
    const fetchedLink = tag === 'link' && (attrs.rel ?? '').split(/\s+/).some((rel) => FETCHED_RELS.test(rel));
    const fetchedUse = ['use', 'image', 'feimage'].includes(tag.toLowerCase());
    for (const name of FETCHED) if (name in attrs) yield { href: attrs[name], from: `${tag} ${name}`, fetched: true };
    for (const name of FOLLOWED) if (name in attrs) yield { href: attrs[name], from: `${tag} ${name}`, fetched: fetchedLink || fetchedUse };
    for (const name of LISTS) {
      for (const href of candidates(attrs[name] ?? '')) yield { href, from: `${tag} ${name}`, fetched: true };
    }
  }
}

/** The addresses of a `srcset`: each is followed by a width or a density, or by nothing. */
export function candidates(srcset) {
  return [...srcset.matchAll(/(\S*[^\s,])(?:\s+[\d.]+[wxh])*\s*(?:,|$)/g)].map((match) => match[1]);
}

export function addressesOfCss(css) {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, '');
  const urls = [...bare.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]*))\s*\)/g)].map((match) => match[1] ?? match[2] ?? match[3]);
  const imports = [...bare.matchAll(/@import\s+["']([^"']+)["']/g)].map((match) => match[1]);
  return [...urls, ...imports].filter((url) => !/^(data:|#)/.test(url));
}

function checkAddress(site, report, file, { href, from, fetched }) {
  const place = `${from} "${href}"`;
  const found = site.resolve(href, file);
  switch (found.kind) {
    case 'broken':
      return report.fail(file, `${place} is no address`, 'correct it or leave it out');
    case 'missing':
      return report.fail(
        file,
        `${place} leads to no file`,
        found.folder ? 'write the address of a folder with "/" at its end' : `build ${found.path} or mend the link`,
      );
    case 'outside':
      return report.fail(file, `${place} leaves the base path ${site.basePath}`, 'make the address from the base URL');
    case 'web':
      if (fetched) report.fail(file, `${place} loads from another host`, 'serve the file from the site itself');
      return;
    case 'scheme':
      if (SCHEMES.has(found.scheme) || (found.scheme === 'data:' && fetched)) return;
      return report.fail(file, `${place} has the scheme ${found.scheme}`, 'only http, https, mailto and tel are allowed');
    default:
      return checkFragment(site, report, file, place, found);
  }
}

function checkFragment(site, report, file, place, { file: target, fragment }) {
  if (fragment === '' || fragment === 'top' || fragment.startsWith(':~:') || !/\.(html|svg)$/.test(target)) return;
  if (!site.hasId(target, fragment)) {
    report.fail(file, `${place}: ${target} has no id "${fragment}"`, 'give the place that id or mend the link');
  }
}

/** Follows the links from the first page. Kinds that nothing needs to link to are named in kinds.mjs. */
function checkReached(site, report) {
  if (!site.pageOf.has('index.html')) return report.fail('index.html', 'there is no first page', 'build one at the base URL');
  const reached = new Set(['index.html']);
  // A Set hands out what is added while it is walked, so this loop is the whole search.
  for (const file of reached) {
    const page = site.pageOf.get(file);
    // A form that asks leads on like a link.
    const forms = page.all('form').filter(({ attrs }) => (attrs.method ?? 'get').toLowerCase() === 'get');
    const hrefs = [...page.all('a').map(({ attrs }) => attrs.href ?? '#'), ...forms.map(({ attrs }) => attrs.action ?? '#')];
    for (const href of [...hrefs, page.refresh ?? '#']) {
      const target = site.resolve(href, file).file;
      if (site.pageOf.has(target)) reached.add(target);
    }
  }
  for (const page of site.pages) {
    if (reached.has(page.file) || isRedirect(page) || kindOf(page.file).orphan) continue;
    report.fail(page.file, 'no link leads to this page', 'link it from a list, or stop building it');
  }
}
