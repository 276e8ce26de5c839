// sitemap.xml (or an index of several) after sitemaps.org: valid, complete, and its language alternates mutual.

import { isIndexable } from '../kinds.mjs';
import { childText, children, readXml } from '../xml.mjs';

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const XHTML = 'http://www.w3.org/1999/xhtml';
/** The order that the schema of sitemaps.org prescribes. */
const ORDER = ['loc', 'lastmod', 'changefreq', 'priority'];
const W3C_DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;
const MOST_ENTRIES = 50_000;
const MOST_BYTES = 50 * 1024 * 1024;

export default {
  name: 'sitemap',
  about: 'sitemap.xml is valid, complete, and its alternates are mutual',
  run(site, report) {
    const entries = new Map();
    readFile(site, report, 'sitemap.xml', entries);
    for (const [file, entry] of entries) checkEntry(site, report, file, entry, entries);
    for (const page of site.pages.filter(isIndexable)) {
      if (entries.size && !entries.has(page.file)) report.fail(page.file, 'the page is not in sitemap.xml', 'list it, or mark it noindex');
    }
    report.note(`${entries.size} addresses`);
  },
};

function readFile(site, report, file, entries) {
  if (!site.files.has(file)) return report.fail(file, 'the file is missing', 'build it');
  if (site.bytes(file).length > MOST_BYTES) report.fail(file, 'larger than 50 MB', 'split it with a sitemap index');
  let root;
  try {
    root = readXml(site.text(file));
  } catch (error) {
    return report.fail(file, `no well-formed XML: ${error.message}`, 'escape text when writing XML');
  }
  if (root.uri !== SITEMAP) report.fail(file, `the root is not in the namespace ${SITEMAP}`, 'declare it');
  if (root.name === 'sitemapindex') {
    for (const part of children(root, 'sitemap')) {
      const found = site.fileOf(childText(part, 'loc') ?? '');
      if (found) readFile(site, report, found, entries);
      else report.fail(file, `lists "${childText(part, 'loc')}", which is no file`, 'mend the address');
    }
    return;
  }
  const urls = children(root, 'url');
  if (root.name !== 'urlset') report.fail(file, `the root is <${root.name}>`, 'a sitemap has <urlset> or <sitemapindex>');
  if (!urls.length) report.fail(file, 'no <url>', 'list the pages');
  if (urls.length > MOST_ENTRIES) report.fail(file, `${urls.length} entries`, `split it: at most ${MOST_ENTRIES} a file`);
  for (const url of urls) readEntry(site, report, file, url, entries);
}

function readEntry(site, report, file, url, entries) {
  const loc = childText(url, 'loc');
  if (!loc) return report.fail(file, 'a <url> without <loc>', 'give its address');
  if (!loc.startsWith(site.baseUrl)) return report.fail(file, `"${loc}" is not under ${site.baseUrl}`, 'make it from the base URL');
  const target = site.fileOf(loc);
  if (!target) return report.fail(file, `"${loc}" leads to no file`, 'leave it out or build the page');
  if (entries.has(target)) report.fail(file, `"${loc}" is listed twice`, 'list it once');
  const own = url.children.filter((child) => child.uri === SITEMAP).map((child) => child.name);
  const places = own.map((name) => ORDER.indexOf(name));
  if (places.includes(-1) || places.some((place, index) => index > 0 && place <= places[index - 1])) {
    report.fail(file, `<url> with ${own.join(', ')}`, `the schema allows ${ORDER.join(', ')}, each once and in this order`);
  }
  const lastmod = childText(url, 'lastmod');
  if (lastmod !== undefined && !W3C_DATE.test(lastmod)) report.fail(file, `lastmod "${lastmod}" is no W3C date`, 'write 2025-07-31');
  const links = url.children.filter((child) => child.uri === XHTML && child.name === 'link');
  entries.set(target, { from: file, alternates: links.map(({ attrs }) => ({ lang: attrs.hreflang, href: attrs.href, rel: attrs.rel })) });
}

function checkEntry(site, report, file, { from, alternates }, entries) {
  const page = site.pageOf.get(file);
  if (!page) return report.fail(from, `lists ${file}, which is no page`, 'list pages only');
  if (!isIndexable(page)) report.fail(from, `lists ${file}, which is a redirect or marked noindex`, 'leave it out');
  for (const { lang, href, rel } of alternates) {
    if (rel !== 'alternate' || !lang || !href) {
      report.fail(from, 'an xhtml:link without rel="alternate", hreflang or href', 'write all three');
      continue;
    }
    const target = site.fileOf(href);
    if (!href.startsWith(site.baseUrl) || !target) report.fail(from, `alternate "${href}" leads to no page`, 'make it from the base URL');
    else if (lang !== 'x-default' && !entries.has(target)) report.fail(from, `alternate "${href}" is not listed itself`, 'list each language version');
    else if (lang !== 'x-default' && !entries.get(target).alternates.some((back) => site.fileOf(back.href ?? '') === file)) {
      report.fail(from, `alternate "${href}" does not name ${file} in return`, 'alternates must be mutual');
    }
  }
  const listed = (list) => list.map(({ lang, href }) => `${lang} ${href}`).sort().join('\n');
  if (alternates.length && listed(alternates) !== listed(page.alternates)) {
    report.fail(from, `the alternates of ${file} differ from those in the page`, 'write both from one list');
  }
  if (!alternates.length && page.alternates.length) report.fail(from, 'pages with alternates are listed without them', 'add xhtml:link');
}
