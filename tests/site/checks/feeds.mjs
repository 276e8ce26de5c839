// Atom feeds after RFC 4287: required elements, ids that stay unique, dates after RFC 3339, links that lead somewhere.

import { childText, children, readXml } from '../xml.mjs';

const ATOM = 'http://www.w3.org/2005/Atom';
const RFC_3339 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

export default {
  name: 'feeds',
  about: 'Atom feeds are valid and announced by pages',
  run(site, report) {
    const announced = new Set(site.pages.flatMap((page) => feedsOf(site, page)));
    const ids = new Map();
    let feeds = 0;
    let entries = 0;
    for (const file of site.named('.xml')) {
      let root;
      try {
        root = readXml(site.text(file));
      } catch (error) {
        report.fail(file, `no well-formed XML: ${error.message}`, 'escape text when writing XML');
        continue;
      }
      if (root.name !== 'feed') continue;
      feeds += 1;
      entries += children(root, 'entry').length;
      checkFeed(site, report, file, root, ids);
      if (!announced.has(file)) report.fail(file, 'no page announces this feed', 'add <link rel="alternate" type="application/atom+xml">');
    }
    for (const file of announced) if (!site.files.has(file)) report.fail(file, 'an announced feed is missing', 'build it');
    if (!feeds) report.fail('.', 'there is no Atom feed', 'build one for each language');
    report.note(`${feeds} feeds, ${entries} entries`);
  },
};

function feedsOf(site, page) {
  const links = page.rel('alternate').filter((link) => link.attrs.type === 'application/atom+xml');
  return links.map((link) => site.fileOf(new URL(link.attrs.href, site.address(page.file)).href)).filter(Boolean);
}

function checkFeed(site, report, file, feed, ids) {
  if (feed.uri !== ATOM) report.fail(file, `<feed> is not in the namespace ${ATOM}`, 'declare it');
  if (!feed.attrs['xml:lang']) report.fail(file, '<feed> without xml:lang', 'name its language');
  checkCommon(report, file, feed, 'feed', ids);
  const entries = children(feed, 'entry');
  const authored = children(feed, 'author').length > 0;
  if (!authored && (!entries.length || entries.some((entry) => !children(entry, 'author').length))) {
    report.fail(file, 'no <author>', 'name one in <feed>, or in every entry');
  }
  const self = children(feed, 'link').find((link) => link.attrs.rel === 'self');
  if (!self) report.fail(file, 'no <link rel="self">', 'give the address of the feed');
  else if (site.fileOf(self.attrs.href) !== file) report.fail(file, `rel="self" "${self.attrs.href}" is another address`, 'give the address of the feed');
  for (const author of [feed, ...entries].flatMap((element) => children(element, 'author'))) {
    if (!childText(author, 'name')) report.fail(file, 'an <author> without <name>', 'name the author');
  }
  for (const entry of entries) {
    checkCommon(report, file, entry, 'entry', ids);
    const page = children(entry, 'link').some(({ attrs }) => (attrs.rel ?? 'alternate') === 'alternate');
    if (!page && !children(entry, 'content').length) report.fail(file, 'an <entry> with neither link nor content', 'link its page');
    if (!children(entry, 'content').length && !children(entry, 'summary').length) report.warn(file, 'an <entry> without summary or content');
  }
  for (const link of [feed, ...entries].flatMap((element) => children(element, 'link'))) checkLink(site, report, file, link.attrs.href);
}

function checkCommon(report, file, element, name, ids) {
  for (const needed of ['id', 'title', 'updated']) {
    const count = children(element, needed).length;
    if (count !== 1 || !childText(element, needed)) report.fail(file, `<${name}> with ${count || 'no'} filled <${needed}>`, 'it has exactly one');
  }
  for (const date of ['updated', 'published']) {
    const text = childText(element, date);
    if (text !== undefined && !RFC_3339.test(text)) report.fail(file, `<${date}> "${text}" is no RFC 3339 date`, 'write 2025-07-31T00:00:00+07:00');
  }
  const id = childText(element, 'id');
  if (!id) return;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(id)) report.fail(file, `<id> "${id}" is no absolute address`, 'use a permanent address or tag:');
  // The same entry may stand in two feeds; within one feed, and between feeds themselves, an id is used once.
  const key = name === 'feed' ? id : `${file} ${id}`;
  if (ids.has(key)) report.fail(file, `<id> "${id}" is used twice`, `it is also in ${ids.get(key)}; give each its own`);
  else ids.set(key, file);
}

function checkLink(site, report, file, href = '') {
  if (!/^https?:\/\//.test(href)) return report.fail(file, `<link> "${href}" is not absolute`, 'make it from the base URL');
  const found = site.resolve(href, file);
  if (found.kind !== 'file' && found.kind !== 'web') report.fail(file, `<link> "${href}" leads to no file`, 'mend the address');
}
