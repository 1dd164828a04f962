import type { Call } from '../call';
import { type Field, fieldsOf, typeText } from '../explained/fields';
import { textOfField, textOfStruct } from '../explained/texts';
import { Failure, Plain } from '../failure';
import { findResource, isLeftOut, type Resource, resourceNamed } from '../resources';
import { atOnce, type Verb } from '../verb';

const suggestion = 'Use "kubectl api-resources" for a complete list of supported resources.';

/** Structs within structs deeper than this are not shown: none of Kubernetes' own goes so deep. */
const deepest = 20;

/**
 * What an object's fields are. Models kubectl pkg/cmd/explain with its template `plaintext` (v1.37) over the fields of the API
 * (`explained/`), with texts of Podium's own. Leaves out: the older form, plaintext-openapiv2.
 */
export const explain: Verb = {
  help: {
    says: 'Describe fields and structure of various resources.',
    usage:
      'TYPE [--recursive=FALSE|TRUE] [--api-version=api-version-group] [-o|--output=plaintext|plaintext-openapiv2]',
    examples: ['kubectl explain pods', 'kubectl explain deployment.spec.strategy --recursive'],
  },
  flags: [
    { name: 'api-version', kind: 'string', says: 'the version of the API: autoscaling/v1' },
    { name: 'max-depth', kind: 'int', unset: '0', says: 'how deep --recursive goes; 0 is all the way' },
    { name: 'output', short: 'o', kind: 'string', unset: 'plaintext', says: 'plaintext' },
    { name: 'recursive', short: 'R', kind: 'bool', says: 'the fields of fields, too' },
  ],
  run: atOnce((call) => {
    const [typed, ...more] = call.words;
    const depth = call.flags.number('max-depth');
    if (typed === undefined)
      throw new Failure(`You must specify the type of resource to explain. ${suggestion}`);
    if (more.length > 0) throw new Failure('We accept only this format: explain RESOURCE');
    if (depth > 0 && !call.flags.bool('recursive')) throw new Failure('--max-depth requires --recursive');
    if (depth < 0) throw new Failure('--max-depth must be non-negative');
    const { resource, path } = asked(typed);
    const { apiVersion, struct } = versionOf(call, resource);
    const output = call.flags.text('output');
    if (output === 'plaintext-openapiv2')
      throw new Failure('not modelled in Podium: -o plaintext-openapiv2; plaintext is');
    if (output !== 'plaintext') throw new Failure(`unrecognized format: ${output}`);
    const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    if (group) call.out(`GROUP:      ${group}`);
    call.out(`KIND:       ${resource.kind}`, `VERSION:    ${version}`, '');
    explained(call, struct, path);
    call.out('');
  }),
};

/** The resource and the path that words name: `deployments.apps.spec.replicas`. Source: SplitAndParseResourceRequestWithMatchingPrefix. */
function asked(typed: string): { readonly resource: Resource; readonly path: readonly string[] } {
  const text = typed.replace(/\.$/, '');
  if (!/^[\w-]+(\.[\w-]+)*$/.test(text))
    throw new Failure('invalid jsonpath syntax, first node must be field node');
  const [name = '', ...path] = text.split('.');
  const resource = findResource(name);
  if (!resource && isLeftOut(name)) resourceNamed(name);
  if (!resource) throw new Plain(`the server doesn't have a resource type ${JSON.stringify(name)}`);
  const groups = resource.group.split('.');
  const isGroupNamed =
    name === resource.plural && resource.group !== '' && groups.every((part, i) => path[i] === part);
  return { resource, path: isGroupNamed ? path.slice(groups.length) : path };
}

function versionOf({ flags }: Call, resource: Resource) {
  const typed = flags.text('api-version');
  const { kind, apiVersion, plural } = resource;
  if (typed === '' || typed === apiVersion) return { apiVersion, struct: kind };
  const older = `${kind}@${typed.split('/')[0]}`;
  if (typed === 'autoscaling/v1' && fieldsOf(older)) return { apiVersion: typed, struct: older };
  const [group, version] = typed.includes('/') ? typed.split('/') : ['', typed];
  throw new Failure(`couldn't find resource for "${group}/${version}, Resource=${plural}"`);
}

/** Source: the template's `output`. */
function explained(call: Call, kind: string, path: readonly string[]): void {
  let struct = kind;
  let field: Field | undefined;
  let owner = '';
  for (const name of path) {
    owner = struct;
    field = fieldsOf(struct)?.find((one) => one.name === name);
    if (!field) throw new Failure(`field ${JSON.stringify(path.at(-1))} does not exist`);
    struct = field.of;
  }
  if (field) {
    call.out(`FIELD: ${field.name} <${typeText(field)}>`);
    if (field.words.length > 0) call.out('ENUM:', ...field.words.map((word) => `    ${word}`));
    else call.out('');
    call.out('');
  }
  const own = field ? textOfField(owner, field.name) : undefined;
  const texts = [...new Set([own, textOfStruct(struct)])].filter((text) => text !== undefined);
  call.out('DESCRIPTION:');
  if (texts.length === 0) call.out('    <empty>');
  else call.out(...texts.flatMap((text) => wrapped(text, 76)).map((line) => `    ${line}`), '    ');
  const fields = fieldsOf(struct);
  if (!fields) return;
  call.out('FIELDS:');
  const isRecursive = call.flags.bool('recursive');
  const lines = isRecursive
    ? recursive(fields, 1, call.flags.number('max-depth') || deepest)
    : fields.flatMap((one) => detailed(struct, one));
  call.print(lines);
}

/** Source: the template's `fieldDetail`, long. */
const detailed = (struct: string, field: Field): string[] => [
  ...headOf(field, 1),
  ...wrapped(textOfField(struct, field.name) ?? '<no description>', 76).map((line) => `    ${line}`),
  '',
];

function headOf(field: Field, level: number): string[] {
  const { name, isRequired, words } = field;
  const indent = '  '.repeat(level);
  const shown = [...words.slice(0, 4), ...(words.length > 4 ? ['....'] : [])].join(', ');
  return [
    `${indent}${name}\t<${typeText(field)}>${isRequired ? ' -required-' : ''}`,
    ...(words.length > 0 ? [`${indent}enum: ${shown}`] : []),
  ];
}

const recursive = (fields: readonly Field[], level: number, most: number): string[] =>
  fields.flatMap((field) => [
    ...headOf(field, level),
    ...(level < most ? recursive(fieldsOf(field.of) ?? [], level + 1, most) : []),
  ]);

/** Lines of at most so many letters, broken between words. Source: kubectl pkg/util/term NewWordWrapWriter. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
