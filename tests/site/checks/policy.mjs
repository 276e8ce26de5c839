// The Content-Security-Policy of `_headers` is strict, and no page holds what it forbids: inline scripts, handlers, styles.

import { headersFor, readHeaders } from '../headers.mjs';

const UNSAFE = /'unsafe-(inline|eval|hashes)'|'wasm-unsafe-eval'|(^|\s)(\*|https?:|data:|blob:)(\s|$)/;
/** `default-src` covers the rest; these have no fallback or matter most. */
const NEEDED = ['default-src', 'base-uri', 'form-action', 'frame-ancestors'];
const FILE = '_headers';

export default {
  name: 'policy',
  about: '_headers with a strict Content-Security-Policy, and pages that keep it',
  run(site, report) {
    checkHeaders(site, report);
    for (const page of site.pages) checkPage(report, page);
    report.note(`${site.pages.length} pages`);
  },
};

function checkHeaders(site, report) {
  if (!site.files.has(FILE)) return report.fail(FILE, 'the file is missing', 'build it');
  let rules;
  try {
    rules = readHeaders(site.text(FILE));
  } catch (error) {
    return report.fail(FILE, error.message, 'a path at the start of a line, then indented "Name: value" lines');
  }
  const headers = headersFor(rules, `${site.basePath}vi/index.html`);
  if (headers['x-content-type-options'] !== 'nosniff') report.fail(FILE, 'no "X-Content-Type-Options: nosniff"', 'add it for every path');
  if (!headers['referrer-policy']) report.fail(FILE, 'no Referrer-Policy', 'add it for every path');
  const policy = headers['content-security-policy'];
  if (!policy) return report.fail(FILE, `no Content-Security-Policy for ${site.basePath}vi/`, `add it for ${site.basePath}* or /*`);
  const directives = new Map(
    policy.split(';').map((part) => part.trim().split(/\s+/)).filter(([name]) => name).map(([name, ...values]) => [name.toLowerCase(), values.join(' ')]),
  );
  for (const name of NEEDED) if (!directives.has(name)) report.fail(FILE, `the policy has no ${name}`, "name it, 'self' or 'none'");
  for (const [name, value] of directives) {
    // Pictures written into a style sheet are data: and cannot run.
    const plain = name === 'img-src' || name === 'font-src' ? value.replace(/(^|\s)data:(?=\s|$)/, ' ') : value;
    if (UNSAFE.test(plain)) report.fail(FILE, `${name} ${value} is not strict`, "allow 'self' only");
  }
}

function checkPage(report, { file, elements }) {
  for (const { tag, attrs, text } of elements) {
    if (tag === 'script' && !('src' in attrs) && runs(attrs.type)) report.fail(file, 'an inline script', 'move it into a file of the theme');
    if (tag === 'style' && text.trim()) report.fail(file, 'a <style> element', 'move it into a style sheet');
    for (const name of Object.keys(attrs)) {
      if (/^on[a-z]+$/i.test(name)) report.fail(file, `<${tag} ${name}>: a script in an attribute`, 'listen for the event in a script file');
      if (name === 'style') report.fail(file, `<${tag} style="${attrs.style}">`, 'the policy blocks it: use a class, or an attribute that a style sheet reads');
    }
    if (/^\s*javascript:/i.test(attrs.href ?? attrs.action ?? '')) report.fail(file, 'a javascript: address', 'link a page');
  }
}

/** A block of another type, like structured data, is text to the browser. */
function runs(type = '') {
  return /^(|module|importmap|speculationrules|(text|application)\/(java|ecma|x-java)script)$/i.test(type.trim());
}
