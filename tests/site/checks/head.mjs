// What search engines and shared links read: languages, canonical address, title, description, one h1, Open Graph.

import { isIndexable, isRedirect, kindOf } from '../kinds.mjs';

export default {
  name: 'head',
  about: 'hreflang reciprocal, canonical, lang, one h1, unique titles and descriptions, Open Graph',
  run(site, report) {
    const pages = site.pages.filter((page) => !isRedirect(page));
    for (const page of site.pages) checkCanonical(site, report, page);
    for (const page of pages) {
      checkLanguages(site, report, page);
      checkHeading(report, page);
      checkOpenGraph(site, report, page);
    }
    const indexable = pages.filter(isIndexable);
    checkUnique(report, indexable, 'title', (page) => page.title);
    checkUnique(report, indexable, 'meta description', (page) => page.meta('description')?.trim() ?? '');
    report.note(`${pages.length} pages`);
    report.note(`${indexable.length} indexable`);
    report.note(`${pages.filter((page) => page.alternates.length).length} with alternates`);
  },
};

function checkCanonical(site, report, page) {
  const { file, canonical } = page;
  const tags = page.rel('canonical').length;
  if (tags > 1) report.fail(file, `${tags} canonical links`, 'leave one');
  if (canonical === undefined) {
    // A page that must not be listed needs no canonical address.
    if (isIndexable(page)) report.fail(file, 'no canonical link', 'add <link rel="canonical"> with the address of the page');
    return;
  }
  if (!canonical.startsWith(site.baseUrl)) {
    return report.fail(file, `canonical "${canonical}" is not under ${site.baseUrl}`, 'make it absolute, from the base URL');
  }
  const target = site.fileOf(canonical);
  if (!site.pageOf.has(target)) return report.fail(file, `canonical "${canonical}" is no page of the site`, 'mend the address');
  if (kindOf(file).name === 'product sheet' && kindOf(target).name !== 'product') {
    report.fail(file, `canonical leads to ${target}`, 'a sheet is a second form of its product page: name that');
  }
  if (isIndexable(page) && target !== file) {
    report.fail(file, `canonical leads to another page, ${target}`, 'a page that speaks for itself names itself');
  }
}

function checkLanguages(site, report, page) {
  const { file, lang, alternates } = page;
  if (!lang) report.fail(file, 'no lang on <html>', 'name the language of the page');
  const folder = file.match(/^([a-z]{2})\//)?.[1];
  if (folder && site.pageOf.has(`${folder}/index.html`) && lang && lang !== folder) {
    report.fail(file, `<html lang="${lang}"> in the folder of "${folder}"`, 'name the language of the page');
  }
  if (!alternates.length) {
    if (isIndexable(page)) report.fail(file, 'no alternate languages', 'add <link rel="alternate" hreflang> for each language, this one too');
    return;
  }
  const langs = alternates.map((alternate) => alternate.lang);
  for (const twice of langs.filter((name, index) => langs.indexOf(name) !== index)) report.fail(file, `hreflang "${twice}" twice`, 'leave one');
  if (!langs.includes('x-default')) report.fail(file, 'no hreflang "x-default"', 'add the address for readers of other languages');
  const self = alternates.find((alternate) => alternate.lang === lang);
  // The language choice page is the x-default itself and has no language of its own among the alternates.
  const isDefault = alternates.some((alternate) => alternate.lang === 'x-default' && site.fileOf(alternate.href) === file);
  if (isIndexable(page) && !isDefault && (!self || site.fileOf(self.href) !== file)) {
    report.fail(file, `the alternate of its own language "${lang}" is not this page`, 'each page lists itself');
  }
  for (const alternate of alternates) checkAlternate(site, report, page, alternate);
}

function checkAlternate(site, report, page, { lang, href }) {
  if (!href.startsWith(site.baseUrl)) {
    return report.fail(page.file, `hreflang "${lang}" "${href}" is not under ${site.baseUrl}`, 'make it absolute, from the base URL');
  }
  const target = site.pageOf.get(site.fileOf(href));
  if (!target) return report.fail(page.file, `hreflang "${lang}" "${href}" is no page of the site`, 'leave it out or build the page');
  if (lang === 'x-default' || target === page) return;
  if (target.lang !== lang) report.fail(page.file, `hreflang "${lang}" leads to a page in "${target.lang}"`, `see ${target.file}`);
  if (isIndexable(page) && !target.alternates.some((alternate) => site.fileOf(alternate.href) === page.file)) {
    report.fail(page.file, `hreflang "${lang}": ${target.file} does not name this page in return`, 'alternates must be mutual');
  }
}

function checkHeading(report, page) {
  const headings = page.all('h1');
  if (headings.length !== 1) report.fail(page.file, `${headings.length} h1 elements`, 'a page has exactly one');
  else if (!headings[0].text.trim()) report.fail(page.file, 'the h1 is empty', 'write the name of the page');
  if (!page.title) report.fail(page.file, 'the title is empty', 'write one');
}

function checkOpenGraph(site, report, page) {
  if (!isIndexable(page)) return;
  const { file } = page;
  for (const name of ['og:title', 'og:type', 'og:url', 'og:image']) {
    if (!page.meta(name)?.trim()) report.fail(file, `no ${name}`, `add <meta property="${name}">`);
  }
  const address = page.meta('og:url');
  if (address && address !== page.canonical) report.fail(file, 'og:url differs from the canonical address', 'make them the same');
  const image = page.meta('og:image');
  if (!image) return;
  const found = site.resolve(image, file);
  if (!/^https?:\/\//.test(image)) report.fail(file, `og:image "${image}" is not absolute`, 'make it from the base URL');
  else if (found.kind === 'missing' || found.kind === 'outside') report.fail(file, `og:image "${image}" leads to no file`, 'build the picture');
  else if (/\.svg$/i.test(image)) report.fail(file, `og:image "${image}" is an SVG`, 'networks show JPEG, PNG or WebP only');
}

function checkUnique(report, pages, name, read) {
  const seen = new Map();
  for (const page of pages) {
    const text = read(page);
    if (!text) {
      report.fail(page.file, `no ${name}`, 'write one');
      continue;
    }
    const key = `${page.lang} ${text}`;
    if (seen.has(key)) report.fail(page.file, `same ${name} as ${seen.get(key)}: "${text}"`, `say in the ${name} what sets the page apart`);
    else seen.set(key, page.file);
  }
}
