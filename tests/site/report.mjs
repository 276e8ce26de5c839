// What the checks found, grouped so that one mistake on 700 pages is one entry. Start at `Report`.

/** How many files an entry names before it only counts them. */
const FILES_SHOWN = 4;

export class Report {
  constructor(name) {
    this.name = name;
    this.failures = new Map();
    this.warnings = new Map();
    this.notes = [];
  }

  /** A defect: the site must not be published so. `what` says what was found, `help` what to do. */
  fail(file, what, help = '') {
    add(this.failures, file, what, help);
  }

  /** Worth a look; it does not fail the run. */
  warn(file, what, help = '') {
    add(this.warnings, file, what, help);
  }

  /** What was looked at, for the summary line ("702 pages"). */
  note(text) {
    this.notes.push(text);
  }

  get failed() {
    return this.failures.size > 0;
  }

  /** How many failures, counted once per file. */
  get count() {
    return [...this.failures.values()].reduce((sum, { files }) => sum + files.length, 0);
  }

  toString() {
    const line = `${this.failed ? 'FAIL' : 'ok  '} ${this.name.padEnd(10)} ${this.notes.join(' · ')}`;
    return [line, ...entries('✗', this.failures), ...entries('warning:', this.warnings)].join('\n');
  }
}

function add(heap, file, what, help) {
  const key = `${what}\n${help}`;
  if (!heap.has(key)) heap.set(key, { what, help, files: [] });
  heap.get(key).files.push(file);
}

function entries(sign, heap) {
  return [...heap.values()].map(({ what, help, files }) => {
    const more = files.length > FILES_SHOWN ? ` and ${files.length - FILES_SHOWN} more` : '';
    const where = [...new Set(files)].slice(0, FILES_SHOWN).join(', ') + more;
    return `  ${sign} ${where}: ${what}${help && `\n      → ${help}`}`;
  });
}
