// Tells when a text that someone types is worth an answer: after a short pause, and not in the middle of a letter that
// an input method is still putting together.

const PAUSE_MS = 70;
/** Touch keyboards compose whole words; waiting for their end would mean no answer before the next space. */
const PAUSE_IN_WORD_MS = 350;

/** Calls `answer(text)` for the last text only. The result stops what is waiting. */
export function whenTyped(input, answer, composing = false) {
  const touch = matchMedia('(pointer: coarse)');
  let timer;
  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => answer(input.value), pause);
  };
  const typed = (event) => {
    if (!composing && !event?.isComposing) later(PAUSE_MS);
    else if (touch.matches) later(PAUSE_IN_WORD_MS);
    else clearTimeout(timer);
  };
  input.addEventListener('compositionstart', () => {
    composing = true;
    clearTimeout(timer);
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    later(0);
  });
  input.addEventListener('input', typed);
  return () => clearTimeout(timer);
}

/** A key that belongs to an input method and not to the page. */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

/** The page has nothing else to do, or has been busy for long. */
export const whenIdle = () => new Promise((resolve) => (globalThis.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 500 }) : setTimeout(resolve, 100)));

/** Who pays by the byte or waits for each of them gets the words alone, and nothing before it is asked for. */
export const isSparing = () => navigator.connection?.saveData || /2g$/.test(navigator.connection?.effectiveType);
