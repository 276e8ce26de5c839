// The catalogue in which every text is an attack (tests/sites/hostile), built with the program under test.
// One like it, of somebody else, takes part in it. In: nothing. Out: `Site`, as it is published and without the headers that forbid scripts.

import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Site } from '../site.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OCOP = process.env.OCOP ?? join(ROOT, 'target/release/ocop');
const FOLDER = join(ROOT, 'tests/sites/hostile');
const PAYLOAD = readFileSync(join(FOLDER, 'payload.txt'), 'utf8').trimEnd();
const BASE_URL = 'https://cho.example/danh-muc/';

/** Where its member is; pictures of cards are asked for there. */
export const MEMBER_URL = 'https://ke-gian.example/x/';

export const TODAY = '2025-07-31';

/** Builds the catalogue; `remove` takes it away again. */
export async function attacked() {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-attacked-'));
  const source = join(folder, 'catalogue');
  cpSync(FOLDER, source, { recursive: true });
  for (const file of readdirSync(source, { recursive: true }).filter((name) => /\.(toml|md)$/.test(name))) {
    const path = join(source, file);
    writeFileSync(path, poisoned(readFileSync(path, 'utf8'), file.endsWith('.toml')));
  }
  for (const lang of ['vi', 'en']) {
    const texts = readFileSync(join(ROOT, `themes/gido/i18n/${lang}.ftl`), 'utf8');
    put(join(source, `overrides/i18n/${lang}.ftl`), poisonedTexts(texts));
  }
  const picture = readFileSync(join(ROOT, 'tests/golden/market.in/content/products/mien-dong/goi.png'));
  for (const name of ['products/tra/front.png', 'products/tra/back.png', 'producers/htx-a/nha.png']) put(join(source, 'content', name), picture);
  const output = join(folder, 'public');
  const build = (to) => promisify(execFile)(OCOP, ['build', '--root', source, '--output', to, '--today', TODAY], { maxBuffer: 1 << 26 });
  // What somebody else published with the same texts takes part in it.
  const settings = readFileSync(join(source, 'ocop.toml'), 'utf8');
  writeFileSync(join(source, 'ocop.toml'), settings.replace(BASE_URL, MEMBER_URL));
  const member = join(folder, 'member');
  await build(member);
  for (const part of ['api', 'search']) cpSync(join(member, part), join(source, 'members/cho', part), { recursive: true });
  const title = poisoned('title = "Thành viên ☠"', true);
  writeFileSync(join(source, 'ocop.toml'), `${settings}\n[[federation.member]]\nid = "cho"\nfolder = "members/cho"\n${title}\n`);
  await build(output);
  return { site: new Site(output, BASE_URL), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function put(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

/** TOML in quotes and Markdown as it is; the head of a page is TOML. */
function poisoned(text, isToml) {
  const quoted = PAYLOAD.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
  const end = text.startsWith('+++\n') ? text.indexOf('\n+++\n', 4) : isToml ? text.length : 0;
  return text.slice(0, end).replaceAll('☠', () => quoted) + text.slice(end).replaceAll('☠', () => PAYLOAD);
}

/** Interface texts of one line, the payload behind each; what is a part of an address or a sign stays. */
function poisonedTexts(texts) {
  const payload = PAYLOAD.replaceAll(/[{}]/g, (brace) => `{"${brace}"}`);
  const lines = texts.split('\n');
  return lines
    .filter((line, index) => /^[a-z0-9_]+ = [^{]+$/.test(line) && !/^path_|_separator = /.test(line) && !lines[index + 1]?.startsWith(' '))
    .map((line) => `${line} ${payload}\n`)
    .join('');
}
