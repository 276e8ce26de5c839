// A small strict XML reader: well-formed or a message with its line. In: text. Out: the root element as a plain tree.

import { SaxesParser } from 'saxes';

/** `{ name, uri, attrs, text, children }`, `name` without its prefix, attributes as written; or throws with line and column. */
export function readXml(text) {
  const parser = new SaxesParser({ xmlns: true });
  const top = { children: [] };
  const open = [top];
  parser.on('error', (error) => {
    throw new Error(error.message);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const attrs = Object.fromEntries(Object.values(attributes).map(({ name, value }) => [name, value]));
    const element = { name: local, uri, attrs, text: '', children: [] };
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => (open.at(-1).text += part));
  parser.on('cdata', (part) => (open.at(-1).text += part));
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return top.children[0];
}

/** The direct children of that name. */
export function children(element, name) {
  return element.children.filter((child) => child.name === name);
}

/** The trimmed text of the first child of that name, or undefined. */
export function childText(element, name) {
  return children(element, name)[0]?.text.trim();
}
