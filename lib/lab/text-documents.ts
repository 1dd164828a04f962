import { type Document, isMap, isNode, isPair, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import type { Manifest } from '../cluster/objects';
import { documentsOf } from '../kubectl/yaml/documents';
import type { TextDocument } from './typist';

/** The documents of a text as kubectl reads them, each with the lines on which its fields stand. */
export function documentsWithLines(text: string): readonly TextDocument[] {
  const counter = new LineCounter();
  const parsed = parseAllDocuments(text, {
    lineCounter: counter,
    uniqueKeys: false,
    version: '1.1',
    logLevel: 'silent',
    prettyErrors: false,
  });
  const documents: readonly Document.Parsed[] = 'empty' in parsed ? [] : parsed;
  const found: TextDocument[] = [];
  for (const document of documents) {
    const lineAt = (offset: number) => counter.linePos(offset).line;
    const line = lineAt(startOf(document, text));
    const lineOf = (path: string) => {
      const offset = offsetOf(document.contents, stepsOf(path));
      return offset === undefined ? undefined : lineAt(offset);
    };
    const [error] = document.errors;
    if (error) {
      const problem = documentsOf(text).problem ?? error.message;
      found.push({ line, lineOf, problem: { line: lineAt(error.pos[0]), text: problem } });
      break;
    }
    if (document.contents === null) continue;
    const { documents: values, problem } = documentsOf(sourceOf(document, text));
    if (problem !== undefined) found.push({ line, lineOf, problem: { line, text: problem } });
    for (const value of values) found.push({ line, lineOf, ...readObject(value, line) });
  }
  return found;
}

const startOf = ({ contents, range }: Document.Parsed, text: string): number => {
  const offset = contents?.range?.[0] ?? range[0];
  return offset + (/^[\s]*/.exec(text.slice(offset))?.[0].length ?? 0);
};

const sourceOf = ({ contents, range }: Document.Parsed, text: string): string => {
  const from = contents?.range?.[0] ?? range[0];
  // A map that is indented keeps its indent: its first line is told from its others by it.
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const indent = text.slice(lineStart, from);
  return (/^\s*$/.test(indent) ? indent : '') + text.slice(from, contents?.range?.[2] ?? range[2]);
};

function readObject(value: unknown, line: number): Pick<TextDocument, 'object' | 'problem'> {
  const says = (text: string) => ({ problem: { line, text } });
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return says('invalid object to validate');
  const { apiVersion, kind, metadata } = value as Record<string, unknown>;
  const missing = [
    ...(apiVersion === undefined ? ['apiVersion not set'] : []),
    ...(kind === undefined ? ['kind not set'] : []),
  ];
  if (missing.length > 0)
    return says(`error validating data: ${missing.length === 1 ? missing[0] : `[${missing.join(', ')}]`}`);
  if (typeof apiVersion !== 'string') return says("error validating data: apiVersion isn't string type");
  if (typeof kind !== 'string') return says("error validating data: kind isn't string type");
  if (
    metadata !== undefined &&
    (typeof metadata !== 'object' || metadata === null || Array.isArray(metadata))
  )
    return says('json: cannot unmarshal into Go struct field .metadata of type v1.ObjectMeta');
  return { object: { ...(value as Manifest), metadata: { ...(metadata as Manifest['metadata']) } } };
}

/** `spec.containers[0].ports[name="web"].x` as its steps: names, and places in lists. */
export function stepsOf(path: string): (string | number)[] {
  const steps: (string | number)[] = [];
  for (const [, name, inside] of path.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)) {
    if (name !== undefined) steps.push(name);
    else if (inside !== undefined) steps.push(/^\d+$/.test(inside) ? Number(inside) : inside);
  }
  return steps;
}

/** Where the key of a path begins, or of the part of it that is there. Undefined when not even its first step is. */
function offsetOf(root: Node | null, steps: readonly (string | number)[]): number | undefined {
  let at: unknown = root;
  let found: number | undefined;
  for (const step of steps) {
    if (isMap(at)) {
      const pair = at.items.find((item) => isPair(item) && String(item.key) === String(step));
      if (!pair) return found;
      found = isNode(pair.key) ? pair.key.range?.[0] : found;
      at = pair.value;
    } else if (isSeq(at)) {
      const item: unknown =
        typeof step === 'number' ? at.items[step] : at.items.find((one) => isNamed(one, step));
      if (!isNode(item)) return found;
      found = item.range?.[0] ?? found;
      at = item;
    } else return found;
  }
  return found;
}

/** Whether an element of a list is meant by `name="web"`: it has that field with that value. */
function isNamed(element: unknown, step: string): boolean {
  if (!isMap(element)) return false;
  const all = [...step.matchAll(/(\w+)=("(?:[^"\\]|\\.)*"|[^,]+)/g)];
  return (
    all.length > 0 &&
    all.every(([, key, value = '']) => String(element.get(key)) === value.replace(/^"|"$/g, ''))
  );
}
