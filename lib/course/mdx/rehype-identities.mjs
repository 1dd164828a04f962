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

/** Keeps the names of Pods and claims, flags, numbers with their unit and short code in one piece. */
export default function rehypeIdentities() {
  const visit = (node) => {
    if (!node.children || node.tagName === 'pre') return;
    if (node.tagName === 'code') {
      const className = codeClass(node.children[0]?.value ?? '');
      if (className) node.properties = { ...node.properties, className: [className] };
      return;
    }
    node.children = node.children.flatMap((child) => {
      if (child.type === 'text') return parts(child.value);
      visit(child);
      return [child];
    });
  };
  return visit;
}
