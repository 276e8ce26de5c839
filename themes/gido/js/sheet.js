// The choice of paper and of a second language on a product sheet; kept in the address.

export function mount(root) {
  const form = root.querySelector('[data-sheet]');
  const sheet = root.querySelector('.sheet');
  if (!form || !sheet) return;
  const { paper, both } = form.elements;
  const asked = new URLSearchParams(location.search);
  if (asked.get('paper') === 'a5') paper.value = 'a5';
  if (both) both.checked = asked.has('both');
  const alone = sheet.cloneNode(true);
  let other;
  const show = async () => {
    let shown = alone.cloneNode(true);
    if (both?.checked) {
      other ??= await load(form.dataset.other);
      if (other) shown = merged(shown, other);
      else both.checked = false;
    }
    lay(shown, paper.value, both?.checked);
    root.querySelector('.sheet').replaceWith(shown);
    const query = new URLSearchParams();
    if (paper.value !== 'a4') query.set('paper', paper.value);
    if (both?.checked) query.set('both', '1');
    history.replaceState(null, '', query.size ? `?${query}` : location.pathname);
  };
  form.addEventListener('change', show);
  form.hidden = false;
  if (asked.size) show();
}

/** Lays a sheet on a paper as the model decided: size of type, and the facts of each page. */
export function lay(sheet, paper, both = false) {
  const [first, ...breaks] = sheet.dataset[`${paper}${both ? 'Both' : ''}`].split(' ');
  sheet.dataset.paper = paper;
  sheet.toggleAttribute('data-both', both);
  sheet.dataset.step = first.replace(/[sp]/g, '');
  sheet.toggleAttribute('data-small-name', first.includes('s'));
  const packages = sheet.querySelector('.packages');
  const facts = [...sheet.querySelectorAll('.rows > div')];
  const leaves = [...sheet.querySelectorAll('.leaf')];
  const again = sheet.querySelector('.sheet-again') ?? continued(sheet);
  leaves.slice(1).forEach((leaf) => leaf.remove());
  sheet.querySelector('.rows')?.remove();
  let at = 0;
  for (const [index, count] of [...breaks.map(Number), Infinity].entries()) {
    const leaf = index ? sheet.appendChild(document.createElement('div')) : leaves[0];
    leaf.className = 'leaf';
    if (index) leaf.append(again.cloneNode(true));
    const here = facts.slice(at, at + count);
    at += here.length;
    if (!here.length) continue;
    const list = document.createElement('dl');
    list.className = 'rows';
    list.append(...here);
    leaf.insertBefore(list, leaf.querySelector('.sheet-foot'));
  }
  if (!packages) return;
  const leaf = sheet.querySelectorAll('.leaf')[first.includes('p') ? 1 : 0];
  leaf.insertBefore(packages, leaf.querySelector('.rows, .sheet-foot'));
}

function continued(sheet) {
  const line = document.createElement('p');
  line.className = 'sheet-again';
  const name = document.createElement('strong');
  name.textContent = sheet.querySelector('.sheet-name').textContent;
  line.append(name, ' …');
  return line;
}

async function load(url) {
  try {
    const answer = await fetch(url);
    if (!answer.ok) return undefined;
    return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.sheet') ?? undefined;
  } catch {
    return undefined;
  }
}

/** The words of another language below those of the first, line by line; the same words stand once. */
function merged(sheet, other) {
  const second = (from, tag = 'span') => {
    const line = document.createElement(tag);
    line.className = 'second';
    line.lang = other.lang;
    line.append(...[...from.cloneNode(true).childNodes]);
    return line;
  };
  const same = (a, b) => a.textContent.trim() === b.textContent.trim();
  const name = other.querySelector('.sheet-name');
  if (!sheet.querySelector('.sheet-head p') && !same(sheet.querySelector('.sheet-name'), name)) sheet.querySelector('.sheet-head').append(second(name, 'p'));
  for (const place of ['[data-stars-label]', '[data-status-text]', '.certificate-decision', '.certificate-asof']) {
    const [mine, theirs] = [sheet.querySelector(place), other.querySelector(place)];
    if (mine && theirs && !same(mine, theirs)) mine.append(second(theirs));
  }
  const [mine, theirs] = [sheet, other].map((side) => [...side.querySelectorAll('.who > div')]);
  mine.forEach((row, index) => pair(row, theirs[index]));
  const story = other.querySelector('.sheet-story');
  const before = sheet.querySelector('.sheet-story');
  if (story && before && !same(before, story)) before.after(second(story, 'p'));
  const kinds = [...other.querySelectorAll('.packages tbody th')];
  [...sheet.querySelectorAll('.packages tbody th')].forEach((cell, index) => {
    if (!kinds[index] || same(cell, kinds[index])) return;
    const line = second(kinds[index]);
    // The number of a package is the same in all languages.
    line.querySelector('small')?.remove();
    cell.append(document.createElement('br'), line);
  });
  for (const row of sheet.querySelectorAll('.rows > div')) pair(row, other.querySelector(`.rows > [data-key="${row.dataset.key}"]`));
  return sheet;

  function pair(row, twin) {
    if (!twin) return;
    for (const part of ['dt', 'dd']) {
      const [here, there] = [row.querySelector(part), twin.querySelector(part)];
      if (!same(here, there)) here.append(second(there));
    }
  }
}
