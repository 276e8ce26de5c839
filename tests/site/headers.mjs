// The `_headers` file of static hosts (Netlify, Cloudflare Pages): a line with a path, then indented "Name: value" lines.
// In: its text. Out: rules, and the headers that a path gets. A line that fits neither form is an error with its number.

/** `[{ path, pattern, headers: [[name, value]] }]`; throws on a line it cannot read. */
export function readHeaders(text) {
  const rules = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (!line.trim() || line.trim().startsWith('#')) return;
    if (/^\s/.test(line)) {
      const header = line.match(/^\s+(!\s*)?([A-Za-z0-9-]+)(?::\s*(.+?))?\s*$/);
      if (!header || !rules.length || (!header[3] && !header[1])) throw new Error(`line ${index + 1} is no header: ${line.trim()}`);
      rules.at(-1).headers.push([header[2].toLowerCase(), header[1] ? undefined : header[3]]);
    } else if (/^(\/|https?:\/\/)/.test(line)) {
      const path = line.trim();
      rules.push({ path, pattern: patternOf(path), headers: [] });
    } else {
      throw new Error(`line ${index + 1} is no path: ${line}`);
    }
  });
  return rules;
}

/** What a host sends with `path`: every rule that fits, later ones over earlier ones, `! Name` takes a header back. */
export function headersFor(rules, path) {
  const headers = {};
  for (const rule of rules.filter(({ pattern }) => pattern.test(path))) {
    for (const [name, value] of rule.headers) {
      if (value === undefined) delete headers[name];
      else headers[name] = value;
    }
  }
  return headers;
}

function patternOf(path) {
  const plain = path.replace(/^https?:\/\/[^/]+/, '').replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${plain.replace(/\*/g, '.*').replace(/:[A-Za-z]\w*/g, '[^/]+')}$`);
}
