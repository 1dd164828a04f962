import { cutAtNames } from './identity.mjs';

const verbatim = new Set(['code', 'pre']);

const text = (value) => ({ type: 'text', value });
const unbroken = (value) => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['identity'] },
  children: [text(value)],
});

const parts = (value) =>
  cutAtNames(value).flatMap((part, at) => (part === '' ? [] : [at % 2 === 1 ? unbroken(part) : text(part)]));

/** Keeps the names of Pods and claims in one piece. */
export default function rehypeIdentities() {
  const visit = (node) => {
    if (!node.children || verbatim.has(node.tagName)) return;
    node.children = node.children.flatMap((child) => {
      if (child.type === 'text') return parts(child.value);
      visit(child);
      return [child];
    });
  };
  return visit;
}
