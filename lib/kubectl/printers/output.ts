import { structName } from '../../cluster/api/decoding';
import type { KubeObject } from '../../cluster/objects';
import type { Call } from '../call';
import { Failure } from '../failure';
import { asTypedAs, inGoOrder, isTyped } from '../typed';
import { yamlLines } from '../yaml/emit';
import { customColumns } from './custom-columns';
import { jsonLines, linesOf, sorted } from './json';
import { jsonPathOf, printJsonPath, valuesAt } from './jsonpath';

/** What `-o` asks for, for one object or for a List of them. Returns the lines. */
export type Printer = (value: KubeObject | ListOf) => string[];

export interface ListOf {
  readonly apiVersion: 'v1';
  readonly kind: 'List';
  readonly metadata: { readonly resourceVersion: '' };
  readonly items: readonly KubeObject[];
}

export const listOf = (items: readonly KubeObject[]): ListOf => ({
  apiVersion: 'v1',
  kind: 'List',
  metadata: { resourceVersion: '' },
  items,
});

export const isList = (value: KubeObject | ListOf): value is ListOf =>
  value.kind === 'List' && 'items' in value;

const formats = {
  plain: ['json', 'yaml', 'kyaml', 'name'],
  template: [
    'go-template',
    'go-template-file',
    'template',
    'templatefile',
    'jsonpath',
    'jsonpath-as-json',
    'jsonpath-file',
  ],
  table: ['custom-columns', 'custom-columns-file', 'wide'],
};

/** Source: client-go util/jsonpath outputJSON. */
const linesAsJson = (values: readonly unknown[]): string[] =>
  values.length === 0 ? ['[]'] : linesOf(values.map(sorted));

/** Source: cli-runtime pkg/printers/jsonpath.go. */
const jsonPathFailure = (template: string, value: unknown, { message }: Failure): Failure =>
  new Failure(
    `error executing jsonpath ${JSON.stringify(template)}: Error executing template: ${message}. Printing more information for debugging the template:\n\ttemplate was:\n\t\t${template}\n\tobject given to jsonpath engine was:\n\t\t${asGoSyntax(value)}\n\n`,
  );

/** A value as Go's `%#v` prints it. */
function asGoSyntax(value: unknown): string {
  if (Array.isArray(value)) return `[]interface {}{${value.map(asGoSyntax).join(', ')}}`;
  if (value === null || value === undefined) return 'interface {}(nil)';
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(sorted(value) as object);
  return `map[string]interface {}{${entries.map(([key, one]) => `${JSON.stringify(key)}:${asGoSyntax(one)}`).join(', ')}}`;
}

const typedLines = (object: KubeObject): string[] =>
  linesOf(inGoOrder(object, structName(object.kind, object.apiVersion)));

/** `deployment.apps/web`: what `-o name` prints. */
export function nameOf({ apiVersion, kind, metadata }: KubeObject): string {
  const [group = '', version] = apiVersion.split('/');
  return `${kind.toLowerCase()}${version ? `.${group}` : ''}/${metadata.name || '<unknown>'}`;
}

/** An object without what kubectl hides unless `--show-managed-fields`. */
export function shown<T extends KubeObject>(object: T, flags: Call['flags']): T {
  if (flags.bool('show-managed-fields') || !object.metadata.managedFields) return object;
  const { managedFields: _, ...metadata } = object.metadata;
  return asTypedAs(object, { ...object, metadata });
}

const templateOf = (call: Call, output: string, name: string): string => {
  const typed = output.startsWith(`${name}=`) ? output.slice(name.length + 1) : call.flags.text('template');
  if (typed === '') throw new Failure('template format specified but no template given');
  return typed;
};

const fileOf = (call: Call, path: string, name: string): string => {
  const text = call.folder.read(path);
  if (text === undefined)
    throw new Failure(
      `error reading --template ${path}, open ${path}: no such file or directory`.replace('--template', name),
    );
  return text;
};

/**
 * The printer that `-o` names, or undefined when it names none: then the verb prints in its own way. `hasTables` says whether
 * the verb prints tables (`get`). Source: cli-runtime genericclioptions PrintFlags.ToPrinter, kubectl get PrintFlags.
 */
export function printerOf(call: Call, hasTables = false): Printer | undefined {
  const output = call.flags.text('output');
  if (output === '') return undefined;
  const [name = ''] = output.split('=', 1);
  const isKnown = (all: readonly string[]) => all.includes(name);
  const items = (value: KubeObject | ListOf) => (isList(value) ? value.items : [value]);
  if (name === output)
    switch (output) {
      case 'json':
        return (value) => (isTyped(value) ? typedLines(value as KubeObject) : jsonLines(value));
      case 'yaml':
        return yamlLines;
      case 'name':
        return (value) => items(value).map(nameOf);
      case 'kyaml':
        throw new Failure('not modelled in Podium: -o kyaml; yaml and json are');
      case 'wide':
        if (hasTables) return undefined;
    }
  if (name === 'jsonpath' || name === 'jsonpath-file' || name === 'jsonpath-as-json') {
    const given = templateOf(call, output, name);
    const template = name === 'jsonpath-file' ? fileOf(call, given, 'jsonpath-file') : given;
    const path = jsonPathOf(template, call.flags.bool('allow-missing-template-keys'));
    if (name === 'jsonpath-as-json') return (value) => linesAsJson(valuesAt(path, value));
    return (value) => {
      try {
        return textLines(printJsonPath(path, value));
      } catch (error) {
        throw error instanceof Failure ? jsonPathFailure(template, value, error) : error;
      }
    };
  }
  if (isKnown(formats.template)) templateOf(call, output, name);
  if (isKnown(formats.template)) throw new Failure(`not modelled in Podium: -o ${name}; jsonpath is`);
  if (hasTables && (name === 'custom-columns' || name === 'custom-columns-file')) {
    const given = output.startsWith(`${name}=`) ? output.slice(name.length + 1) : call.flags.text('template');
    return customColumns(name, given, call);
  }
  const allowed = [...formats.plain, ...formats.template, ...(hasTables ? formats.table : [])].sort();
  throw new Failure(
    `unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: ${allowed.join(',')}`,
  );
}

/** A text as lines; none for an empty one. */
export const textLines = (text: string): string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
