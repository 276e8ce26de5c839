// One HTML page as a flat list of elements with their attributes and text, and the few facts that several checks ask for.
// In: the file's name and text. Out: a page object. It knows nothing of other pages. Start at `readPage`.

import { parse } from 'parse5';

/** Elements whose text some check reads. The others keep their attributes only, so that a large site fits into memory. */
const WITH_TEXT = new Set(['title', 'h1', 'script', 'style']);

export function readPage(file, html) {
  const elements = [];
  // With scripting off the contents of <noscript> are elements too, and their links are checked like any other.
  collect(parse(html, { scriptingEnabled: false }), elements);
  const all = (tag) => elements.filter((element) => element.tag === tag);
  const links = all('link');
  const rel = (name) => links.filter((link) => (link.attrs.rel ?? '').toLowerCase().split(/\s+/).includes(name));
  const meta = (name) => all('meta').find((element) => (element.attrs.name ?? element.attrs.property)?.toLowerCase() === name)?.attrs.content;
  const refresh = all('meta').find((element) => element.attrs['http-equiv']?.toLowerCase() === 'refresh')?.attrs.content;
  return {
    file,
    size: html.length,
    elements,
    all,
    rel,
    meta,
    lang: all('html')[0]?.attrs.lang,
    ids: new Set(elements.flatMap(({ attrs, tag }) => [attrs.id, tag === 'a' ? attrs.name : undefined]).filter(Boolean)),
    title: all('title')[0]?.text.trim() ?? '',
    canonical: rel('canonical')[0]?.attrs.href,
    alternates: rel('alternate')
      .filter((link) => link.attrs.hreflang)
      .map((link) => ({ lang: link.attrs.hreflang, href: link.attrs.href ?? '' })),
    refresh: refresh?.match(/^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?["']?(.*?)["']?\s*$/i)?.[1],
    noindex: /\bnoindex\b|\bnone\b/i.test(meta('robots') ?? ''),
  };
}

function collect(node, elements) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) {
      const attrs = Object.fromEntries(child.attrs.map(({ prefix, name, value }) => [prefix ? `${prefix}:${name}` : name, value]));
      const element = { tag: child.tagName, attrs };
      // The <title> of an inline picture is not the title of the page.
      if (child.tagName === 'title' && child.namespaceURI.endsWith('/svg')) element.tag = 'svg:title';
      if (WITH_TEXT.has(element.tag)) element.text = textOf(child);
      elements.push(element);
    }
    collect(child.content ?? child, elements);
  }
}

function textOf(node) {
  if (node.nodeName === '#text') return node.value;
  return (node.childNodes ?? []).map(textOf).join('');
}
