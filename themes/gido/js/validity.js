// A certificate can expire after the page was built. Blocks that carry their last valid day
// (data-valid-until, ISO date, Vietnamese time) switch to the wording for an ended one, or for one
// that may have ended where its last day is known only to the month or year (data-after-status).

/** Today's date in Việt Nam (UTC+7, no summer time) as YYYY-MM-DD. */
export const today = (now = Date.now()) => new Date(now + 7 * 3600e3).toISOString().slice(0, 10);

export function mount(root, day = today()) {
  for (const block of root.querySelectorAll('[data-valid-until]')) {
    const { validUntil, afterStatus, expiredText, expiredWord, lastKnown } = block.dataset;
    if (day <= validUntil) continue;
    block.dataset.status = afterStatus;
    const put = (selector, text) => {
      if (text) for (const element of block.querySelectorAll(selector)) element.textContent = text;
    };
    put('[data-status-text]', expiredText);
    put('[data-status-word]', expiredWord);
    put('[data-stars-label]', lastKnown);
    const sign = afterStatus === 'unknown' ? '#i-ask' : '#i-off';
    for (const use of block.querySelectorAll('.status-icon use')) use.setAttribute('href', sign);
    // What the page says now is no longer as of the day of the edition.
    for (const asOf of block.querySelectorAll('[data-as-of]')) asOf.hidden = true;
  }
}
