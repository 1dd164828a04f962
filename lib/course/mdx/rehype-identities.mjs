/** `web-1`, `data-web-1`: a name that ends with an ordinal. */
const identity = /[a-z]+(?:-[a-z]+)*-\d+/g;
const verbatim = new Set(['code', 'pre']);

const text = (value) => ({ type: 'text', value });
const unbroken = (value) => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['identity'] },
  children: [text(value)],
});

function parts(value) {
  const found = [];
  let from = 0;
  for (const match of value.matchAll(identity)) {
    if (match.index > from) found.push(text(value.slice(from, match.index)));
    found.push(unbroken(match[0]));
    from = match.index + match[0].length;
  }
  if (from < value.length) found.push(text(value.slice(from)));
  return found;
}

/** Keeps the names of Pods and claims in one piece at the end of a line: a hyphen there would read as a dash. */
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
