// Small sites for tests of behaviour: the golden catalogue, changed, and built with the program under test.
// In: changes to its files. Out: `Site`. Needs target/release/ocop (or its path in OCOP).

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Site } from '../site.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OCOP = process.env.OCOP ?? join(ROOT, 'target/release/ocop');
const run = promisify(execFile);
const folders = [];
const built = new Map();

/** The day of the golden catalogue. */
export const TODAY = '2025-07-31';

/**
 * The golden catalogue after `edits`: file → [text, replacement, …], or → new content, or → undefined to take it away.
 * `live` leaves the edition out, so that certificates end in the browser. What was built once is not built again.
 */
export function build(edits = {}, options = {}) {
  const key = JSON.stringify([edits, options]);
  if (!built.has(key)) built.set(key, make(edits, options));
  return built.get(key);
}

/** The same site with other files: file → new content, or → undefined to take it away. */
export function changed(site, files) {
  const names = new Set([...site.files, ...Object.keys(files)].filter((file) => !(file in files) || files[file] !== undefined));
  const bytes = (file) => (file in files ? Buffer.from(files[file]) : site.bytes(file));
  return Object.assign(Object.create(Object.getPrototypeOf(site)), site, { files: names, bytes });
}

async function make(edits, { baseUrl = 'https://example.org/', live = false }) {
  const folder = mkdtempSync(join(tmpdir(), 'ocop-behaviour-'));
  folders.push(folder);
  cpSync(join(ROOT, 'tests/golden/market.in'), folder, { recursive: true });
  if (live) change(join(folder, 'ocop.toml'), ['edition = 2025-07-31\n', '']);
  for (const [file, edit] of Object.entries(edits)) change(join(folder, file), edit);
  const output = join(folder, 'public');
  await run(OCOP, ['build', '--root', folder, '--output', output, '--base-url', baseUrl, '--today', TODAY]);
  return new Site(output, baseUrl);
}

export function removeAll() {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

function change(path, edit) {
  if (edit === undefined) return rmSync(path);
  mkdirSync(dirname(path), { recursive: true });
  if (!Array.isArray(edit)) return writeFileSync(path, edit);
  let text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  for (let at = 0; at < edit.length; at += 2) {
    if (!text.includes(edit[at])) throw new Error(`${path} has no ${edit[at]}`);
    text = text.replaceAll(edit[at], edit[at + 1]);
  }
  writeFileSync(path, text);
}
