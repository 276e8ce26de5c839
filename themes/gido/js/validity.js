// A certificate can expire after the page was built. Blocks that carry their last valid day
// (data-valid-until, ISO date, Vietnamese time) switch to the wording for an expired certificate.

/** Today's date in Việt Nam (UTC+7, no summer time) as YYYY-MM-DD. */
export const today = (now = Date.now()) => new Date(now + 7 * 3600e3).toISOString().slice(0, 10);

export function mount(root, day = today()) {
  for (const block of root.querySelectorAll('[data-valid-until]')) {
    const { validUntil, expiredText, expiredWord, lastKnown } = block.dataset;
    if (day <= validUntil) continue;
    block.dataset.status = 'expired';
    const put = (selector, text) => {
      if (text) for (const element of block.querySelectorAll(selector)) element.textContent = text;
    };
    put('[data-status-text]', expiredText);
    put('[data-status-word]', expiredWord);
    put('[data-stars-label]', lastKnown);
    for (const sign of block.querySelectorAll('.status-icon use')) sign.setAttribute('href', '#i-off');
  }
}
