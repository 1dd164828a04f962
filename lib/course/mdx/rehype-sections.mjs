import path from 'node:path';
import { parse } from 'yaml';

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;

/** The ids that a lesson's frontmatter lists under `sections`, in the order of its h2 headings. */
function sectionIds(source, name) {
  const frontmatter = FRONTMATTER.exec(source)?.[1];
  const sections = frontmatter === undefined ? undefined : parse(frontmatter)?.sections;
  if (sections === undefined || sections === null) return [];
  const isId = (id) => typeof id === 'string' && /^[a-z][a-z0-9-]*$/.test(id);
  if (!Array.isArray(sections) || !sections.every(isId)) {
    throw new Error(`${name}: frontmatter "sections" must be a list of ids in kebab-case`);
  }
  const twice = sections.find((id, at) => sections.indexOf(id) !== at);
  if (twice) throw new Error(`${name}: frontmatter "sections" names "${twice}" twice`);
  return sections;
}

/**
 * Wraps each top-level h2 and what follows it, up to the next h2, in `<section id>`. The ids come from the
 * frontmatter list `sections`, so that they are the same in every language and survive a new wording.
 * What stands before the first h2 stays outside. Throws with the file's name when the number of h2 headings
 * differs from the length of the list.
 */
export default function rehypeSections() {
  return (tree, file) => {
    const name = file.path ? path.relative(process.cwd(), file.path) : 'MDX';
    const ids = sectionIds(String(file), name);
    const isHeading = (node) => node.type === 'element' && node.tagName === 'h2';
    const found = tree.children.filter(isHeading).length;
    if (found !== ids.length) {
      throw new Error(`${name}: ${found} h2 headings, but frontmatter "sections" lists ${ids.length} ids`);
    }
    const children = [];
    let section;
    let next = 0;
    for (const node of tree.children) {
      if (isHeading(node)) {
        section = { type: 'element', tagName: 'section', properties: { id: ids[next] }, children: [node] };
        next += 1;
        children.push(section);
      } else if (section && node.type !== 'mdxjsEsm') section.children.push(node);
      else children.push(node);
    }
    tree.children = children;
  };
}
