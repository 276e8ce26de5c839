// Proves that the checks can fail: fixture.mjs passes them all, and each line of broken.mjs breaks it in one place and
// names the message that must come. Run with `node --test selftest.mjs`.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { BROKEN } from './broken.mjs';
import { CHECKS } from './checks/all.mjs';
import { closeChromium } from './chromium.mjs';
import { BASE, PRODUCT, goodSite, writeSite } from './fixture.mjs';
import { Report } from './report.mjs';
import { Site } from './site.mjs';

const folders = [];

after(async () => {
  await closeChromium();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** What `name` finds in the good site after `edits`: file → [text, replacement, …], or → new content, or → undefined to take it away. */
async function findings(name, edits, { only, base = BASE } = {}) {
  const files = goodSite();
  for (const [file, edit] of Object.entries(edits)) {
    if (!Array.isArray(edit)) files[file] = edit;
    else for (let at = 0; at < edit.length; at += 2) {
      assert.ok(files[file].includes(edit[at]), `the fixture ${file} has no ${edit[at]}`);
      files[file] = files[file].replaceAll(edit[at], edit[at + 1]);
    }
  }
  const folder = mkdtempSync(join(tmpdir(), 'ocop-selftest-'));
  folders.push(folder);
  writeSite(folder, files);
  const site = new Site(folder, base);
  site.live = true;
  // The browser looks at the broken page alone; every visit costs a second.
  if (only) site.pages = site.pages.filter((page) => page.file === only);
  const report = new Report(name);
  await CHECKS.find((check) => check.name === name).run(site, report);
  return report;
}

describe('the good site passes', { concurrency: 3 }, () => {
  for (const { name } of CHECKS) {
    const only = ['browser', 'axe', 'narrow', 'keyboard'].includes(name) ? PRODUCT : undefined;
    test(name, async () => assert.equal([...(await findings(name, {}, { only })).failures.keys()].join('\n'), ''));
  }
});

for (const { name } of CHECKS) {
  describe(`${name} finds`, { concurrency: 3 }, () => {
    assert.ok(BROKEN[name]?.length, `no broken fixture for ${name}`);
    for (const [what, edits, expected, only, base] of BROKEN[name]) {
      test(what, async () => {
        const report = await findings(name, edits, { only, base });
        for (const pattern of [expected].flat()) assert.match(report.toString(), pattern);
        assert.ok(report.failed);
      });
    }
  });
}
