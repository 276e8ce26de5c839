// Somebody holds a product and types what stands on it into the check of stars: the answer says of each product found
// what its own page says. Without script the page leads to the decisions and shows no form that cannot answer.

import { open, urlOf } from '../chromium.mjs';
import { kindOf } from '../kinds.mjs';

const NOTHING = 'zqxwzqxw';

export default {
  name: 'verify',
  about: 'the check of stars answers as the pages of the products do',
  async run(site, report) {
    const pages = site.pages.filter((page) => kindOf(page.file).name === 'verify');
    const { browser, server } = await open(site);
    let answers = 0;
    for (const { file, lang } of pages) {
      const url = urlOf(site, server, file);
      if (await formWithoutScript(browser, url)) {
        report.fail(file, 'shows a form that needs script without script', 'hide it with @media (scripting: none)');
        continue;
      }
      const product = site.pages.find((page) => kindOf(page.file).name === 'product' && page.lang === lang);
      const context = await browser.newContext({ viewport: { width: 320, height: 740 }, serviceWorkers: 'block' });
      try {
        const page = await context.newPage();
        await page.goto(url, { waitUntil: 'load' });
        const field = page.locator('[data-verify] input');
        if (!(await field.isVisible())) {
          report.fail(file, 'the form stays hidden with script', 'see js/verify.js of the theme');
          continue;
        }
        if (!product) continue;
        const said = await ownWords(await context.newPage(), urlOf(site, server, product.file));
        const answer = await ask(page, field, said.name);
        answers += 1;
        if (!answer.includes(said.status)) report.fail(file, `answers "${said.name}" without "${said.status}", which its page says`, answer.slice(0, 200));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        if (wide > 0) report.fail(file, 'scrolls sideways at 320 px with an answer', `${wide} px too wide`);
        if ((await ask(page, field, NOTHING)).includes(said.status)) report.fail(file, `finds a product for "${NOTHING}"`, 'nothing must match');
        if (!(await page.locator('[data-verify-say]').innerText())) report.fail(file, 'says nothing when nothing is found', 'see data-nothing');
      } finally {
        await context.close();
      }
    }
    report.note(`${answers} answers on ${pages.length} pages`);
  },
};

async function formWithoutScript(browser, url) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'load' });
    return await page.locator('[data-verify]').isVisible();
  } finally {
    await context.close();
  }
}

async function ownWords(page, url) {
  await page.goto(url, { waitUntil: 'load' });
  return { name: await page.locator('h1').innerText(), status: await page.locator('.certificate [data-status-text]').first().innerText() };
}

/** The words of the answer, when they have stopped changing. */
async function ask(page, field, text) {
  await field.fill(text);
  await field.press('Enter');
  await page.waitForLoadState('networkidle');
  const panel = page.locator('[data-verify-answer]');
  await panel.locator(`[data-verify-say]:not(:text-is("${await page.locator('[data-verify]').getAttribute('data-wait')}"))`).waitFor();
  await page.waitForLoadState('networkidle');
  return panel.innerText();
}
