// How long the main thread works for a keystroke, on the page and with everything that belongs to it: from the key to the
// answer on the screen, and after that until nothing changes any more, as on a phone whose processor is four times slower.
//
// Work is measured as processor time of the thread and multiplied, so that a machine that is busy with something else
// does not count; with `slowed`, the browser itself is slowed down and the clock counts.

const SLOWER = 4;

/** Where someone types: the address, the field, and what the page looks like when it has answered. */
export const PLACES = {
  suggestions: { path: 'vi/', field: '#search-text', answer: '.suggestions' },
  list: { path: 'vi/tim-kiem/', field: '#list-text', answer: '[data-results]' },
};

/** How long nothing has changed when an answer is complete, and how long one is waited for; a letter may change nothing. */
const QUIET_MS = 400;
const PATIENCE_MS = 1500;

/** Types `text` letter by letter: `[{ text, work, rest }]` in milliseconds: until an answer is seen, and what is done after it. */
export async function keystrokes(browser, site, place, text, { slowed = false, times = 1 } = {}) {
  const runs = [];
  for (let time = 0; time < times; time++) runs.push(await typed(browser, site, PLACES[place], text, slowed));
  // Of several times the quickest: what else the machine did only adds.
  return runs[0].map((row, i) => ({ text: row.text, work: Math.min(...runs.map((run) => run[i].work)), rest: Math.min(...runs.map((run) => run[i].rest)) }));
}

async function typed(browser, site, { path, field, answer }, text, slowed) {
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 740 }, isMobile: false });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: slowed ? 'timeTicks' : 'threadTicks' });
  if (slowed) await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const work = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  await page.goto(new URL(path, `${site.origin}/`).href);
  await page.evaluate((answer) => {
    globalThis.changed = 0;
    const isAnswer = ({ target }) => target.nodeType === 1 && (target.matches(answer) || target.closest(answer));
    new MutationObserver((changes) => {
      if (!changes.some(isAnswer)) return;
      changed = performance.now();
      // A frame with the answer has been made when the task after it begins.
      requestAnimationFrame(() => setTimeout(() => seen()));
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  }, answer);
  if (!(await page.locator(field).isVisible())) await page.locator('.search-button').click();
  await page.locator(field).focus();
  await page.waitForTimeout(500);
  const rows = [];
  for (let end = 1; end <= text.length; end++) {
    await page.evaluate(() => void (globalThis.answered = new Promise((resolve) => (globalThis.seen = resolve))));
    const before = await work();
    await page.keyboard.type(text[end - 1]);
    await page.evaluate((patience) => Promise.race([answered, new Promise((resolve) => setTimeout(resolve, patience))]), PATIENCE_MS);
    const seen = await work();
    await page.waitForTimeout(QUIET_MS);
    while (await page.evaluate((quiet) => performance.now() - changed < quiet, QUIET_MS)) await page.waitForTimeout(QUIET_MS);
    const factor = slowed ? 1 : SLOWER;
    rows.push({ text: text.slice(0, end), work: (seen - before) * factor, rest: ((await work()) - seen) * factor });
  }
  await context.close();
  return rows;
}
