// The smallest site that passes every check: one product in two languages. selftest.mjs breaks it, one place at a time.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { QR, png } from './fixture-pictures.mjs';

export const BASE = 'https://example.org/s/';
export const PRODUCT = 'vi/san-pham/tra/index.html';

const LANGS = {
  vi: { home: 'Đặc sản', products: 'Sản phẩm', product: 'Trà hoa vàng', list: 'san-pham', sheet: 'phieu', until: 'Còn hiệu lực', ended: 'Hết hiệu lực' },
  en: { home: 'Specialities', products: 'Products', product: 'Golden camellia tea', list: 'products', sheet: 'sheet', until: 'Valid', ended: 'Expired' },
};

/** File → text or bytes. */
export function goodSite() {
  const files = {
    'css/site.css': css(),
    'js/main.js': JS,
    'img/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path id="leaf" d="M0 0h8v8H0z"/></svg>\n',
    'img/tea.png': png(4, 3),
    'img/icon.png': png(4, 4),
    'manifest.webmanifest': JSON.stringify({ name: 'OCOP', start_url: './', icons: [{ src: 'img/icon.png', sizes: '4x4' }] }),
    'robots.txt': `User-agent: *\nAllow: /\nSitemap: ${BASE}sitemap.xml\n`,
    '_headers': HEADERS,
    'api/catalogue.json': JSON.stringify({ products: [{ id: 'bk-0001', url: `${BASE}p/bk-0001/` }] }),
    'index.html': choice(),
    '404.html': page({ lang: 'vi', title: 'Không có trang này', robots: 'noindex', main: '<h1>Không có trang này</h1><p>Mời bạn về <a href="/s/">trang đầu của danh mục</a>.</p>' }),
    'p/bk-0001/index.html': permanent(),
  };
  for (const [lang, words] of Object.entries(LANGS)) Object.assign(files, inLanguage(lang, words));
  files['sitemap.xml'] = sitemap();
  return files;
}

export function writeSite(dir, files) {
  for (const [file, content] of Object.entries(files)) {
    if (content === undefined) continue;
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), content);
  }
}

function inLanguage(lang, { home, products, product, list, sheet, until, ended }) {
  const paths = (make) => Object.fromEntries(Object.entries(LANGS).map(([code, words]) => [code, make(code, words)]));
  const homes = { ...paths((code) => `${code}/`), default: '' };
  const lists = paths((code, words) => `${code}/${words.list}/`);
  const details = paths((code, words) => `${code}/${words.list}/tra/`);
  const block = `<p class="certificate" data-status="valid" data-valid-until="2028-01-17" data-expired-text="${ended}">${until} 17/01/2028</p>`;
  const offer = { '@type': 'Offer', price: 65000, priceCurrency: 'VND', url: BASE + details[lang] };
  const data = { '@context': 'https://schema.org', '@type': 'Product', name: product, image: `${BASE}img/tea.png`, url: BASE + details[lang], offers: offer };
  const crumbs = [{ '@type': 'ListItem', position: 1, name: home, item: BASE + homes[lang] }, { '@type': 'ListItem', position: 2, name: product }];
  const trail = { '@context': 'https://schema.org', '@type': 'BreadcrumbList', itemListElement: crumbs };
  return {
    [`${homes[lang]}index.html`]: page({ lang, title: home, paths: homes, main: `<h1>${home}</h1>${block}<p>Mời xem / please see <a href="/s/${lists[lang]}">${products}</a></p>` }),
    [`${lists[lang]}index.html`]: page({
      lang, title: products, paths: lists,
      main: `<h1>${products}</h1><p>Một sản phẩm trong danh mục / one product: <a href="tra/#story">${product}</a></p>`,
    }),
    [`${details[lang]}index.html`]: page({
      lang, title: product, paths: details, data: [data, trail],
      main: `<h1>${product}</h1>${block}<img src="/s/img/tea.png" srcset="/s/img/tea.png 4w, /s/img/tea.png 8w" sizes="40px" width="40" height="30" alt="${product}">
        <p id="story">Sản phẩm của một hợp tác xã / made by a cooperative. <a href="${sheet}/">A5</a></p>${QR}`,
    }),
    [`${details[lang]}${sheet}/index.html`]: page({ lang, title: `${product} A5`, canonical: details[lang], main: `<h1>${product}</h1><p>Phiếu giới thiệu của sản phẩm này: example.org/s/p/bk-0001/</p>${QR}` }),
    [`${lang}/feed.xml`]: feed(lang, home, product, details[lang]),
  };
}

function page({ lang, title, paths, main, data = [], robots, canonical }) {
  const alternates = Object.entries({ ...paths, ...(paths && { 'x-default': paths.default ?? paths.vi }) }).filter(([code]) => code !== 'default');
  const own = canonical ?? paths?.[lang];
  const head = [
    ...(own === undefined ? [] : [`<link rel="canonical" href="${BASE}${own}">`, `<meta property="og:url" content="${BASE}${own}">`]),
    ...alternates.map(([code, path]) => `<link rel="alternate" hreflang="${code}" href="${BASE}${path}">`),
    ...(robots ? [`<meta name="robots" content="${robots}">`] : []),
    ...data.map((block) => `<script type="application/ld+json">${JSON.stringify(block)}</script>`),
  ];
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><meta name="description" content="${title}: mô tả / description">
<meta property="og:title" content="${title}"><meta property="og:type" content="website"><meta property="og:image" content="${BASE}img/tea.png">
<link rel="stylesheet" href="/s/css/site.css"><script type="module" src="/s/js/main.js"></script>
<link rel="icon" href="/s/img/icon.svg"><link rel="manifest" href="/s/manifest.webmanifest">
<link rel="alternate" type="application/atom+xml" href="/s/${lang}/feed.xml" title="Atom">
${head.join('\n')}
</head><body><header><a href="/s/">OCOP</a></header><main>${main}</main></body></html>
`;
}

function choice() {
  const links = Object.entries(LANGS).map(([code, { home }]) => `<p><a href="/s/${code}/" lang="${code}">${home}</a></p>`);
  const paths = { vi: 'vi/', en: 'en/', default: '' };
  return page({ lang: 'vi', title: 'OCOP', paths, canonical: '', main: `<h1>OCOP</h1><p>Chọn ngôn ngữ / choose a language</p>${links.join('')}` });
}

function permanent() {
  const block = '<p data-valid-until="2028-01-17" data-expired-text="Hết hiệu lực">Còn hiệu lực đến 17/01/2028</p>';
  const main = `<h1>Trà hoa vàng</h1>${block}<p><a href="/s/vi/san-pham/tra/">Trang của sản phẩm này</a></p>`;
  return page({ lang: 'vi', title: 'bk-0001', robots: 'noindex', canonical: 'vi/san-pham/tra/', main });
}

function sitemap() {
  const groups = [(code) => `${code}/`, (code, { list }) => `${code}/${list}/`, (code, { list }) => `${code}/${list}/tra/`].map((make) =>
    Object.entries(LANGS).map(([code, words]) => [code, make(code, words)]),
  );
  const link = ([code, path]) => `<xhtml:link rel="alternate" hreflang="${code}" href="${BASE}${path}"/>`;
  const url = (path, group, fallback) =>
    `<url><loc>${BASE}${path}</loc><lastmod>2025-07-31</lastmod>${[...group, ['x-default', fallback]].map(link).join('')}</url>`;
  const urls = [url('', groups[0], ''), ...groups.flatMap((group) => group.map(([, path]) => url(path, group, group === groups[0] ? '' : group[0][1])))];
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

function feed(lang, home, product, path) {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><id>${BASE}${lang}/feed.xml</id><title>${home}</title>
<updated>2025-07-31T00:00:00+07:00</updated><author><name>OCOP</name></author><link rel="self" href="${BASE}${lang}/feed.xml"/>
<entry><id>${BASE}p/bk-0001/#${lang}</id><title>${product}</title><updated>2025-07-31T00:00:00Z</updated>
<link href="${BASE}${path}"/><summary>${product}</summary></entry></feed>
`;
}

const HEADERS = `/s/*
  Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
`;

function css() {
  return `:root { color-scheme: light dark; --ink: #211b14; }
body { margin: 1rem; font: 1rem/1.6 sans-serif; color: light-dark(var(--ink), #fff); background: light-dark(#fff, #000); }
a { color: light-dark(#8f1d14, #ffb4a8); }
p { background: attr(data-tone type(<color>), transparent); }
.qr { display: block; inline-size: 8rem; background: #fff; padding: 1rem; }
@page { size: A5; margin: 10mm; }
main { container-type: inline-size; }
header { background-image: url("../img/icon.svg#leaf"); background-size: 0 0; }
`;
}

/** What the script of a theme does, in a few lines: after the last day, as counted in Việt Nam, the words change. */
const JS = `const today = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 10);
for (const block of document.querySelectorAll('[data-valid-until]')) {
  if (today <= block.dataset.validUntil) continue;
  block.textContent = block.dataset.expiredText;
  block.dataset.status = 'expired';
}
`;
