// The Nu HTML checker (the validator of the W3C) over every page, style sheet and picture: no errors.
// One Java process for the whole site. Its style sheet part is years behind the standards; `BEHIND` names, one by one,
// the messages that are wrong today, each with the specification that defines the feature, and where the message itself
// does not name the feature, what must stand just before the place. Nothing else is filtered.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const JAR = fileURLToPath(new URL('../node_modules/vnu-jar/build/dist/vnu.jar', import.meta.url));
const FLAGS = ['--exit-zero-always', '--format', 'json', '--skip-non-html', '--also-check-css', '--also-check-svg'];

/** What to do next, said beside the message. */
const HELP = 'mend the template, style sheet or picture that writes this';

const BEHIND = [
  [/^CSS: Unrecognized at-rule “@(property|container|starting-style|view-transition|scope)”/, 'CSS Properties and Values 1, Conditional 5, Transitions 2, View Transitions 2, Cascade 6'],
  [/^CSS: “container(-type|-name)?”: Property “container(-type|-name)?” doesn't exist\.$/, 'CSS Conditional 5'],
  [/^CSS: “animation-(timeline|range)”: Property “animation-(timeline|range)” doesn't exist\.$/, 'Scroll-driven Animations 1'],
  [/^CSS: “line-clamp”: Property “line-clamp” doesn't exist\.$/, 'CSS Overflow 4'],
  [/^CSS: “interpolate-size”: Property “interpolate-size” doesn't exist\.$/, 'CSS Values 5'],
  [/^CSS: “transition”: “allow-discrete” is not a “transition” value\.$/, 'CSS Transitions 2'],
  [/^CSS: “transition-behavior”: Property “transition-behavior” doesn't exist\.$/, 'CSS Transitions 2'],
  [/^CSS: “view-transition-(name|class)”: Property “view-transition-(name|class)” doesn't exist\.$/, 'CSS View Transitions 1 and 2'],
  [/^CSS: “field-sizing”: Property “field-sizing” doesn't exist\.$/, 'CSS Basic User Interface 4'],
  [/^CSS: “(anchor-name|position-anchor|position-area)”: Property “\1” doesn't exist\.$/, 'CSS Anchor Positioning 1'],
  [/^CSS: “text-box(-trim|-edge)?”: Property “text-box(-trim|-edge)?” doesn't exist\.$/, 'CSS Inline Layout 3'],
  [/^CSS: “paint-order”: Property “paint-order” doesn't exist\.$/, 'SVG 2'],
  [/^CSS: “(background|background-color|color|fill)”: Parse Error\.$/, 'CSS Values 5, typed attr()', /: attr\([a-z-]+ type\(<color>\)[^;{}]*$/],
];

export default {
  name: 'html',
  about: 'Nu HTML checker over .html, .css and .svg: no errors',
  async run(site, report) {
    if (!existsSync(JAR)) return report.fail('package.json', 'the checker is not installed', 'run `npm ci` in tests/site');
    const output = await validate(site.dir);
    const messages = parse(output);
    if (!messages) return report.fail('.', `the checker gave no answer: ${output.trim().slice(0, 300)}`, 'see whether `java -version` works');
    let behind = 0;
    for (const message of messages) {
      const file = relative(site.dir, message.url);
      if (isBehind(site, file, message)) {
        behind += 1;
        continue;
      }
      const extract = message.extract?.replace(/\s+/g, ' ').trim();
      const at = `${message.message}${extract ? ` — …${extract}…` : ''}`;
      if (message.type === 'error' || message.type === 'non-document-error') report.fail(file, at, HELP);
      else report.warn(file, at);
    }
    const count = (ending) => site.named(ending).length;
    report.note(`${count('.html')} pages, ${count('.css')} style sheets, ${count('.svg')} pictures`);
    if (behind) report.note(`${behind} outdated messages left out`);
  },
};

function validate(dir) {
  return new Promise((resolve) => {
    // Serial GC and a small heap: the checker shares two cores with the browser.
    const java = spawn('java', ['-XX:+UseSerialGC', '-Xss2m', '-jar', JAR, ...FLAGS, dir], { stdio: ['ignore', 'ignore', 'pipe'] });
    const parts = [];
    java.stderr.on('data', (part) => parts.push(part));
    java.on('error', (error) => resolve(`java: ${error.message}`));
    java.on('close', () => resolve(Buffer.concat(parts).toString('utf8')));
  });
}

function isBehind(site, file, { message, lastLine, lastColumn }) {
  return BEHIND.some(([pattern, , before]) => {
    if (!pattern.test(message)) return false;
    return !before || before.test(site.text(file).split('\n')[lastLine - 1].slice(0, lastColumn));
  });
}

/** Java may print warnings of its own on lines before the JSON. */
function parse(output) {
  try {
    return JSON.parse(output.slice(output.search(/^\{/m))).messages;
  } catch {
    return undefined;
  }
}

function relative(dir, url = '') {
  const root = pathToFileURL(dir + sep).href;
  const plain = url.replace(/^file:\/*/, 'file:///');
  return plain.startsWith(root) ? decodeURI(plain.slice(root.length)) : url;
}
