// How long the main thread works for a keystroke, on the page and with everything that belongs to it: from the key to the
// answer on the screen, as on a phone whose processor is four times slower.
//
// Work is measured as processor time of the thread and multiplied, so that a machine that is busy with something else
// does not count; with `slowed`, the browser itself is slowed down and the clock counts.

const SLOWER = 4;

/** Where someone types: the address, the field, and what the page looks like when it has answered. */
export const PLACES = {
  suggestions: { path: 'vi/', field: '#search-text', answer: '.suggestions' },
  list: { path: 'vi/tim-kiem/', field: '#list-text', answer: '[data-results]' },
};

/** Types `text` letter by letter: `[{ text, work, longest }]` in milliseconds; `longest` is the longest task of 50 and more. */
export async function keystrokes(browser, site, place, text, { slowed = false, times = 1 } = {}) {
  const runs = [];
  for (let time = 0; time < times; time++) runs.push(await typed(browser, site, PLACES[place], text, slowed));
  // Of several times the quickest: what else the machine did only adds.
  return runs[0].map((row, i) => ({ text: row.text, work: Math.min(...runs.map((run) => run[i].work)), longest: Math.min(...runs.map((run) => run[i].longest)) }));
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
    globalThis.tasks = [];
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => tasks.push(duration))).observe({ entryTypes: ['longtask'] });
    globalThis.answered = 0;
    new MutationObserver((changes) => {
      if (changes.some(({ target }) => target.nodeType === 1 && (target.matches(answer) || target.closest(answer)))) answered = performance.now();
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  }, answer);
  if (!(await page.locator(field).isVisible())) await page.locator('.search-button').click();
  await page.locator(field).focus();
  await page.waitForTimeout(500);
  const rows = [];
  for (let end = 1; end <= text.length; end++) {
    await page.evaluate(() => ((tasks.length = 0), (answered = 0)));
    const before = await work();
    await page.keyboard.type(text[end - 1]);
    // The answer stands when nothing changes any more.
    await page.waitForFunction(() => answered && performance.now() - answered > 300, undefined, { polling: 100, timeout: 20_000 }).catch(() => {});
    const spent = (await work()) - before;
    rows.push({ text: text.slice(0, end), work: slowed ? spent : spent * SLOWER, longest: await page.evaluate(() => Math.max(0, ...tasks)) });
  }
  await context.close();
  return rows;
}
