// The other files of a site: pictures and JSON that parse, the web app manifest, robots.txt.

import { readXml } from '../xml.mjs';

export default {
  name: 'files',
  about: 'SVG and JSON parse, manifest and robots.txt are right',
  run(site, report) {
    const pictures = site.named('.svg');
    for (const file of pictures) checkSvg(report, file, site.text(file));
    const data = [...site.named('.json'), ...site.named('.webmanifest')];
    const parsed = new Map(data.map((file) => [file, checkJson(report, file, site.text(file))]));
    for (const [file, value] of parsed) if (value) checkAddresses(site, report, file, value);
    for (const file of new Set(['manifest.webmanifest', ...site.named('.webmanifest')])) checkManifest(site, report, file, parsed.get(file));
    checkRobots(site, report);
    if (!parsed.has('api/catalogue.json')) report.fail('api/catalogue.json', 'the file is missing', 'build it');
    report.note(`${pictures.length} SVG, ${data.length} JSON`);
  },
};

function checkSvg(report, file, text) {
  try {
    const root = readXml(text);
    if (root?.name !== 'svg' || root.uri !== 'http://www.w3.org/2000/svg') report.fail(file, 'the root is no <svg> of its namespace', 'declare it');
    if (/<script|\son\w+\s*=/i.test(text)) report.fail(file, 'a picture with a script', 'take it out');
  } catch (error) {
    report.fail(file, `no well-formed XML: ${error.message}`, 'export the picture again');
  }
}

function checkJson(report, file, text) {
  try {
    return JSON.parse(text);
  } catch (error) {
    report.fail(file, `no JSON: ${error.message}`, 'write it with a JSON serialiser');
    return undefined;
  }
}

/** Every string of the data that is an address of this site leads to a file. */
function checkAddresses(site, report, file, value) {
  if (typeof value === 'string') {
    if (!/^https?:\/\/\S+$/.test(value)) return;
    const found = site.resolve(value, file);
    if (found.kind === 'missing' || found.kind === 'outside') report.fail(file, `"${value}" leads to no file`, 'mend the address');
  } else if (value && typeof value === 'object') {
    for (const inner of Object.values(value)) checkAddresses(site, report, file, inner);
  }
}

function checkManifest(site, report, file, manifest) {
  if (!site.files.has(file)) return report.fail(file, 'the file is missing', 'build it');
  if (!manifest) return;
  if (!manifest.name) report.fail(file, 'no name', 'write the name of the site');
  const start = site.resolve(manifest.start_url ?? '', file);
  if (manifest.start_url === undefined || start.kind !== 'file') report.fail(file, `start_url "${manifest.start_url}" leads to no page`, 'mend it');
  const icons = manifest.icons ?? [];
  if (!icons.length) report.fail(file, 'no icons', 'list them');
  for (const { src = '', sizes } of icons) {
    const found = site.resolve(src, file);
    if (found.kind !== 'file') report.fail(file, `icon "${src}" leads to no file`, 'build the picture');
    else if (found.file.endsWith('.png')) checkPngSize(site, report, file, found.file, sizes);
  }
  const isNamed = (page) => page.rel('manifest').some(({ attrs }) => site.resolve(attrs.href ?? '', page.file).file === file);
  if (!site.pages.some(isNamed)) report.fail(file, 'no page names the manifest', 'add <link rel="manifest">');
}

/** Width and height stand in bytes 16 to 23 of every PNG. */
function checkPngSize(site, report, file, picture, sizes) {
  const bytes = site.bytes(picture);
  const size = `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
  if (sizes !== size) report.fail(file, `icon ${picture} is ${size}, not ${sizes}`, 'write its true size');
}

function checkRobots(site, report) {
  const file = 'robots.txt';
  if (!site.files.has(file)) return report.fail(file, 'the file is missing', 'build it');
  const lines = site.text(file).split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim()).filter(Boolean);
  const sitemaps = lines.map((line) => line.match(/^sitemap:\s*(.+)$/i)?.[1]).filter(Boolean);
  if (!sitemaps.includes(`${site.baseUrl}sitemap.xml`)) report.fail(file, 'does not name the sitemap', `write "Sitemap: ${site.baseUrl}sitemap.xml"`);
  if (!lines.some((line) => /^user-agent:/i.test(line))) report.fail(file, 'no User-agent line', 'start with "User-agent: *"');
  if (lines.some((line) => /^disallow:\s*\/\s*$/i.test(line))) report.fail(file, 'shuts out every search engine', 'take "Disallow: /" out');
}
