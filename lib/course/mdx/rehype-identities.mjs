import { codeClass, cutAtUnbroken } from './identity.mjs';

const text = (value) => ({ type: 'text', value });
const unbroken = (value) => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['identity'] },
  children: [text(value)],
});

const parts = (value) =>
  cutAtUnbroken(value).flatMap((part, at) =>
    part === '' ? [] : [at % 2 === 1 ? unbroken(part) : text(part)],
  );

/** Where a long word of code in a table may go on in the next line: `match|Expressions`, `web-1.|web.|default`. */
const joint = /(?<=[a-z])(?=[A-Z])|(?<=[./:])(?=\w)/;
const breakable = (value) =>
  value
    .split(joint)
    .flatMap((part, at) => [
      ...(at > 0 ? [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }] : []),
      text(part),
    ]);

function visitCode(code, isInCell) {
  const { value = '' } = code.children[0] ?? {};
  const className = codeClass(value);
  if (isInCell) code.children = breakable(value);
  else if (className) code.properties = { ...code.properties, className: [className] };
  else code.children = parts(value);
}

const cells = new Set(['td', 'th']);

/**
 * Keeps the names of Pods and claims, flags, numbers with their unit and short code in one piece. The columns of a table are too
 * narrow for that: there code breaks where its words meet.
 */
export default function rehypeIdentities() {
  const visit = (node, isInCell) => {
    if (!node.children || node.tagName === 'pre') return;
    if (node.tagName === 'code') {
      visitCode(node, isInCell);
      return;
    }
    node.children = node.children.flatMap((child) => {
      if (child.type === 'text') return parts(child.value);
      visit(child, isInCell || cells.has(child.tagName));
      return [child];
    });
  };
  return (tree) => visit(tree, false);
}
