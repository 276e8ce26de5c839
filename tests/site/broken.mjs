// For every check, sites that it must not pass: fixture.mjs with one place broken, and the message that must come.
// A check without a line here proves nothing.

import { createHash } from 'node:crypto';
import { BASE, PRODUCT } from './fixture.mjs';

const HOME = 'vi/index.html';
const SHEET = 'vi/san-pham/tra/phieu/index.html';
const PERMANENT = 'p/bk-0001/index.html';
/** Stars as the theme draws them, all filled. */
const DRAWN = '<svg class="stars" viewBox="0 0 50 10" width="50" height="10"><path d="M0 2h50v8H0z"/></svg>';

/** A page that checks stars, without the script that answers. */
const CHECK = (attribute) => `<!doctype html><html lang="vi"><title>Kiểm tra</title><form data-verify data-wait="…" ${attribute}><input name="q"></form><div data-verify-answer><p data-verify-say>…</p></div></html>`;

/** check → [what is broken, edits, the message, the only page a browser needs to see, another base URL] */
export const BROKEN = {
  html: [
    ['a wrong element, style sheet and picture', {
      [HOME]: ['</main>', '<p><div></div></p></main>'],
      'css/site.css': 'a { colour: red; }',
      'img/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><path d="X"/></svg>',
    }, [/p element|“p”/, /colour/, /attribute “d”/]],
  ],
  links: [
    ['a link to nothing', { [HOME]: ['href="/s/vi/san-pham/"', 'href="/s/vi/khong-co/"'] }, /a href "\/s\/vi\/khong-co\/" leads to no file/],
    ['a folder without its slash', { [HOME]: ['href="/s/vi/san-pham/"', 'href="/s/vi/san-pham"'] }, /address of a folder with "\/"/],
    ['a missing fragment', { [PRODUCT]: ['id="story"', 'id="tale"'] }, /has no id "story"/],
    ['a missing picture in srcset', { [PRODUCT]: ['/s/img/tea.png 8w', '/s/img/teb.png 8w'] }, /img srcset "\/s\/img\/teb.png"/],
    ['a missing url() in a style sheet', { 'css/site.css': ['icon.svg#leaf', 'ikon.svg'] }, /url\(\) "..\/img\/ikon.svg" leads to no file/],
    ['a missing symbol of a picture', { 'css/site.css': ['icon.svg#leaf', 'icon.svg#tree'] }, /has no id "tree"/],
    ['an address outside the base path', { [HOME]: ['href="/s/vi/san-pham/"', 'href="/vi/san-pham/"'] }, /leaves the base path \/s\//],
    ['a script from another host', { [HOME]: ['/s/js/main.js', 'https://cdn.example.com/main.js'] }, /loads from another host/],
    ['an odd scheme', { [PRODUCT]: ['<a href="phieu/">', '<a href="javascript:print()">'] }, /has the scheme javascript:/],
    ['a redirect to nothing', { 'vi/cu/index.html': '<meta http-equiv="refresh" content="0; url=/s/vi/moi/">' }, /meta refresh "\/s\/vi\/moi\/" leads to no file/],
    ['a page that nothing links', { [HOME]: ['<a href="/s/vi/san-pham/">Sản phẩm</a>', 'Sản phẩm'] }, /no link leads to this page/],
  ],
  head: [
    ['an alternate that is not mutual', { 'en/index.html': [`hreflang="vi" href="${BASE}vi/"`, `hreflang="vi" href="${BASE}vi/san-pham/"`] }, /does not name this page in return/],
    ['an alternate to nothing', { [HOME]: [`hreflang="en" href="${BASE}en/"`, `hreflang="en" href="${BASE}en/home/"`] }, /hreflang "en" .* is no page/],
    ['no x-default', { [HOME]: ['hreflang="x-default"', 'hreflang="fr"'] }, /no hreflang "x-default"/],
    ['itself not among the alternates', { [HOME]: ['hreflang="vi"', 'hreflang="en-GB"'] }, /alternate of its own language/],
    ['the wrong language', { [HOME]: ['<html lang="vi">', '<html lang="en">'] }, /in the folder of "vi"/],
    ['a relative canonical address', { [HOME]: [`rel="canonical" href="${BASE}vi/"`, 'rel="canonical" href="/s/vi/"'] }, /canonical .* is not under/],
    ['the canonical address of another page', { [HOME]: [`rel="canonical" href="${BASE}vi/"`, `rel="canonical" href="${BASE}en/"`] }, /canonical leads to another page/],
    ['a sheet that speaks for itself', { [SHEET]: [`rel="canonical" href="${BASE}vi/san-pham/tra/"`, `rel="canonical" href="${BASE}vi/san-pham/tra/phieu/"`] }, /a sheet is a second form/],
    ['two h1', { [HOME]: ['</h1>', '</h1><h1>2</h1>'] }, /2 h1 elements/],
    ['no title', { [HOME]: ['<title>Đặc sản', '<title>'] }, /the title is empty/],
    ['no description', { [HOME]: ['name="description"', 'name="beschreibung"'] }, /no meta description/],
    ['two pages with one title', { [PRODUCT]: ['<title>Trà hoa vàng', '<title>Sản phẩm'] }, /same title as/],
    ['no Open Graph picture', { [HOME]: ['og:image', 'og:picture'] }, /no og:image/],
    ['an Open Graph picture that is missing', { [HOME]: [`${BASE}img/tea.png`, `${BASE}img/teb.png`] }, /og:image .* leads to no file/],
  ],
  jsonld: [
    ['text that is no JSON', { [PRODUCT]: ['{"@context"', '{@context'] }, /is no JSON/],
    ['a product without name', { [PRODUCT]: ['"@type":"Product","name"', '"@type":"Product","label"'] }, /Product without name/],
    ['a price in another currency', { [PRODUCT]: ['"VND"', '"USD"'] }, /currency "USD"/],
    ['a price with dots', { [PRODUCT]: ['"price":65000', '"price":"65.000.0"'] }, /is no plain number/],
    ['a trail that does not count', { [PRODUCT]: ['"position":2', '"position":3'] }, /position 3 in place 2/],
    ['an empty list', { [PRODUCT]: ['{"@type":"ListItem","position":1', '{"@type":"ItemList","itemListElement":[]},{"@type":"ListItem","position":1'] }, /ItemList without itemListElement/],
    ['a picture that is missing', { [PRODUCT]: [`"image":"${BASE}img/tea.png"`, `"image":"${BASE}img/teb.png"`] }, /image .* leads to no file/],
    ['an ended certificate as an active one', {
      [PRODUCT]: ['"price":65000', '"certificationStatus":"https://schema.org/CertificationActive","price":65000', 'data-status="valid"', 'data-status="expired"'],
    }, /claims an active certificate, the page shows it as expired/],
    ['no context', { [PRODUCT]: ['"@context":"https://schema.org",', ''] }, /without "@context"/],
  ],
  sitemap: [
    ['no file', { 'sitemap.xml': undefined }, /the file is missing/],
    ['XML that is not well-formed', { 'sitemap.xml': ['</urlset>', ''] }, /no well-formed XML/],
    ['an address that leads nowhere', { 'sitemap.xml': [`<loc>${BASE}vi/san-pham/tra/`, `<loc>${BASE}vi/san-pham/che/`] }, /leads to no file/],
    ['a page that is left out', { 'sitemap.xml': [`<loc>${BASE}vi/san-pham/tra/`, `<loc>${BASE}vi/san-pham/`] }, /the page is not in sitemap.xml/],
    ['alternates unlike those of the page', { 'sitemap.xml': ['hreflang="x-default"', 'hreflang="fr"'] }, /differ from those in the page/],
    ['a wrong order of elements', { 'sitemap.xml': ['<lastmod>2025-07-31</lastmod>', '<priority>1</priority><lastmod>2025-07-31</lastmod>'] }, /in this order/],
    ['a Vietnamese date', { 'sitemap.xml': ['2025-07-31', '31/07/2025'] }, /no W3C date/],
    ['a page marked noindex', { [HOME]: ['<head>', '<head><meta name="robots" content="noindex">'] }, /marked noindex/],
  ],
  feeds: [
    ['no title', { 'vi/feed.xml': ['<title>Đặc sản</title>', ''] }, /<feed> with no filled <title>/],
    ['a date without time', { 'vi/feed.xml': ['2025-07-31T00:00:00Z', '2025-07-31'] }, /no RFC 3339 date/],
    ['two feeds with one id', { 'vi/feed.xml': [`<id>${BASE}vi/feed.xml`, `<id>${BASE}en/feed.xml`] }, /is used twice/],
    ['an entry that leads nowhere', { 'vi/feed.xml': ['vi/san-pham/tra/', 'vi/san-pham/che/'] }, /leads to no file/],
    ['no author', { 'vi/feed.xml': ['<author><name>OCOP</name></author>', ''] }, /no <author>/],
    ['a bare ampersand', { 'vi/feed.xml': ['<name>OCOP', '<name>A & B'] }, /no well-formed XML/],
  ],
  files: [
    ['a broken picture', { 'img/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"><g></svg>' }, /no well-formed XML/],
    ['broken JSON', { 'api/catalogue.json': '{"a":1,}' }, /no JSON/],
    ['an address in the data that leads nowhere', { 'api/catalogue.json': ['p/bk-0001/', 'p/bk-0002/'] }, /leads to no file/],
    ['a manifest with the wrong size', { 'manifest.webmanifest': ['4x4', '192x192'] }, /is 4x4, not 192x192/],
    ['a manifest that no page names', { 'en/manifest.webmanifest': '{"name":"OCOP","start_url":"./","icons":[{"src":"../img/icon.svg","sizes":"any"}]}' }, /en\/manifest.webmanifest: no page names the manifest/],
    ['a manifest without name', { 'manifest.webmanifest': ['"name"', '"label"'] }, /no name/],
    ['robots.txt without the sitemap', { 'robots.txt': 'User-agent: *\n' }, /does not name the sitemap/],
  ],
  policy: [
    ['no policy', { _headers: ['Content-Security-Policy', 'X-Policy'] }, /no Content-Security-Policy/],
    ['inline scripts allowed', { _headers: ["script-src 'self'", "script-src 'self' 'unsafe-inline'"] }, /script-src .* is not strict/],
    ['any host allowed', { _headers: ["script-src 'self'", 'script-src https:'] }, /is not strict/],
    ['a line that is neither path nor header', { _headers: 'nonsense\n' }, /is no path/],
    ['an inline script', { [HOME]: ['</main>', '</main><script>alert(1)</script>'] }, /an inline script/],
    ['a handler in an attribute', { [HOME]: ['<h1>', '<h1 onclick="x()">'] }, /onclick/],
    ['a style in an attribute', { [HOME]: ['<h1>', '<h1 style="color:red">'] }, /style="color:red"/],
  ],
  browser: [
    ['a foreign picture, an inline script, a shift and a wide table', {
      [HOME]: ['<h1>', '<img src="https://example.com/a.png" alt=""><script>var x</script><div id="late"></div><table style="x"><tr><td class="wide">rộng</td></tr></table><h1>'],
      'css/site.css': '.wide { min-inline-size: 2000px; display: block } .open { block-size: 300px }',
      'js/main.js': 'setTimeout(() => { document.querySelector("#late").className = "open"; console.error("oh"); null.x }, 400)',
    }, [/asks another host/, /breaks its Content-Security-Policy: script-src/, /layout shift 0/, /scrolls sideways by \d+ px at 360 px/,
      /scrolls sideways by \d+ px at 1440 px/, /console: oh/, /console: uncaught/], HOME],
    ['a picture that is no picture', { 'img/tea.png': 'tea' }, /picture does not show/, PRODUCT],
    ['content that scripts must write', { [HOME]: ['<main>', '<main hidden>'] }, /no visible h1 without JavaScript/, HOME],
    ['a button for scripts only', { [HOME]: ['</main>', '<button type="button">Sao chép</button></main>'] }, /button “Sao chép” does nothing without JavaScript/, HOME],
    ['a 404 page with relative addresses', { '404.html': ['/s/css/site.css', 'css/site.css'] }, /shown at an unknown address: .*site.css/, '404.html'],
  ],
  axe: [
    ['a picture without text', { [PRODUCT]: [' alt="Trà hoa vàng"', ''] }, /image-alt/, PRODUCT],
    ['grey on white and black on black', { 'css/site.css': ['light-dark(var(--ink), #fff)', 'light-dark(#ccc, #222)'] }, [/color-contrast.*light/, /color-contrast.*dark/], HOME],
  ],
  narrow: [
    ['a wide block', { 'css/site.css': 'main p { min-inline-size: 25rem }' }, [/scrolls sideways by \d+ px at 320 px/, /too wide: .*p/], HOME],
    ['a box that is too small', { 'css/site.css': 'h1 { block-size: 1rem; overflow: hidden }' }, /cuts off “Đặc sản” at 320 px/, HOME],
    ['lines over each other', { 'css/site.css': 'h1 { block-size: 0 } p { margin: 0 }' }, /“Đặc sản” and “Còn hiệu lực 17\/01\/2028” overlap/, HOME],
    ['a column that grows with its letters', { 'css/site.css': '@media (min-width: 80rem) { h1 { inline-size: 50rem } }' }, /scrolls sideways by \d+ px with letters of double size/, HOME],
  ],
  keyboard: [
    ['a focus that does not show', { 'css/site.css': 'a:focus-visible { outline: 0 }' }, /a does not show that it has the focus/, HOME],
    ['an order of its own', { [HOME]: ['<a href="/s/vi/san-pham/">', '<a href="/s/vi/san-pham/" tabindex="3">'] }, [/tabindex above 0/, /comes after/], HOME],
    ['a link that keeps the focus', {
      'js/main.js': "document.querySelector('main a').addEventListener('keydown', (event) => event.key === 'Tab' && event.preventDefault())",
    }, /the focus cannot leave a/, HOME],
    ['a link that cannot be reached', {
      'js/main.js': "document.querySelector('header a').addEventListener('keydown', (event) => event.preventDefault())",
    }, /the focus cannot leave a/, HOME],
    ['a link out of sight', { 'css/site.css': 'main a { position: fixed; inset-inline-start: -999px }' }, /out of sight/, HOME],
    ['a link below something else', { 'css/site.css': 'header { position: fixed; inset: 0; background: #fff }' }, /has the focus below header/, HOME],
    ['a menu without a way past it', { [HOME]: ['<header>', '<header><nav><a href="/s/">OCOP</a></nav>'] }, /no skip link/, HOME],
    ['a skip link to nowhere', { [HOME]: ['<header>', '<a href="#noi-dung">Bỏ qua</a><header><nav><a href="/s/">OCOP</a></nav>'] }, /#noi-dung must be the main part/, HOME],
  ],
  validity: [
    ['a script that does nothing', { 'js/main.js': '' }, /does not say "Hết hiệu lực" the day after 2028-01-17/, HOME],
    ['a script that is a day early', { 'js/main.js': ['today <= block', 'today < block'] }, /on the last day already/, PERMANENT],
    ['a script that counts days where the reader is', { 'js/main.js': ['Date.now() + 7 * 3600e3', 'Date.now() + 1 * 3600e3'] }, /the day after 2028-01-17/, HOME],
    ['stars that still look held', { 'js/main.js': ["'expired'", "'valid'"] }, /keeps data-status="valid" the day after/, HOME],
    ['a block without words', { [HOME]: ['data-expired-text', 'data-text'] }, /has no words for later/, HOME],
    ['a live catalogue without last days', { 'js/main.js': '' }, /no page carries data-valid-until/, SHEET],
  ],
  stars: [
    ['filled stars of an ended certificate', { [PRODUCT]: ['<h1>', `<p data-status="expired">${DRAWN}</p><h1>`] }, /stars with the status "expired" look held \(light\)/, PRODUCT],
    ['filled stars without a standing', { [PRODUCT]: ['<h1>', `<p>${DRAWN}</p><h1>`] }, /stars without a standing/, PRODUCT],
  ],
  verify: [
    ['a form that stays hidden', { 'vi/kiem-tra/index.html': CHECK('hidden') }, /the form stays hidden with script/],
    ['a form that shows without script', { 'vi/kiem-tra/index.html': CHECK('') }, /shows a form that needs script/],
  ],
  qr: [
    ['a code turned dark', { 'css/site.css': ['background: #fff; padding', 'fill: #eee; background: #fff; padding'] }, /cannot be read/, PRODUCT],
    ['the code of another site', { 'robots.txt': '' }, /it must be https:\/\/example.com\/p\/<id>\//, SHEET, 'https://example.com/'],
    ['no code', { [SHEET]: ['class="qr"', 'class="code"'] }, /no visible QR code in print/, SHEET],
  ],
  print: [
    ['a sheet on two pages', { 'css/site.css': ['.qr { display', '.qr { break-before: page; display'] }, /prints on 2 pages/, SHEET],
    ['a sheet on letter paper', { 'css/site.css': ['size: A5', 'size: letter'] }, /prints on paper of 612/, SHEET],
    ['a sheet with a picture for a name', { [SHEET]: ['<h1>', '<h1 hidden>'] }, /the printed text has no "Trà hoa vàng"/, SHEET],
    ['a sheet without address', { [SHEET]: ['/s/p/', '/s/q/'] }, /the printed text has no example.org\/s\/p\//, SHEET],
  ],
  budget: [
    ['a heavy page', { [PRODUCT]: ['</main>', `<p>${noise(40_000)}</p></main>`] }, /HTML \d.* the budget is 12/, PRODUCT],
    ['a heavy style sheet and script', { 'css/site.css': `/* ${noise(60_000)} */`, 'js/main.js': `// ${noise(60_000)}` }, [/style sheets .* budget is 15/, /scripts .* budget is 8/], PRODUCT],
  ],
};

/** Text that does not compress, the same in every run. */
function noise(length) {
  const piece = (_, index) => createHash('sha256').update(String(index)).digest('base64').slice(0, 40);
  return Array.from({ length: length / 40 }, piece).join(' ');
}
