import { isDeepStrictEqual } from 'node:util';
import { parseAllDocuments } from 'yaml';
import { mergePatch } from '@/lib/cluster/api/merge';
import { Cluster } from '@/lib/cluster/cluster';
import type { KubeObject, Manifest } from '@/lib/cluster/objects';
import type { LessonContent } from '@/lib/course/lesson-content';
import { getPacketScenario } from '@/lib/course/packets';
import { folderOf } from '@/lib/kubectl/folder';
import { Shell } from '@/lib/kubectl/shell';
import { firstChoice, type PacketChoice, runPacket } from '@/lib/lab/packet-run';
import { optionsOf } from '@/lib/lab/story';
import { Timeline } from '@/lib/lab/timeline';
import type { Host } from '@/lib/network/host';
import { neighbourRow, routeRow, tunnelRow } from '@/lib/network/rows';
import type { CodeBlock } from './lesson-text';
import { scenarioOf, scenariosOf } from './written';

/** Lines that kubectl is asked in one block, and what the text says that each prints. */
interface Asked {
  readonly line: string;
  readonly printed: readonly string[] | undefined;
}

const prompt = '$ ';

/** With prompts, what stands below a line is what it prints; without any, lines are only typed. */
function askedIn(source: string): readonly Asked[] {
  const lines = source.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  if (!source.includes(prompt)) return lines.map((line) => ({ line, printed: undefined }));
  const asked: { line: string; printed: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith(prompt)) asked.push({ line: line.slice(prompt.length), printed: [] });
    else asked.at(-1)?.printed.push(line);
  }
  return asked;
}

const trimmed = (lines: readonly string[]) =>
  lines
    .join('\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

/**
 * What is wrong with a block of kubectl lines; nothing if all is as the text says. `scenario=ID at=SECONDS` names the cluster; `refused`
 * says that a line ends with an error; `shortened` that only some of the printed lines are shown.
 */
export function shellFaults(content: LessonContent, { source, meta }: CodeBlock): readonly string[] {
  const { scenario: id, at } = meta;
  if (!id || at === undefined)
    return [`names no scenario and moment: \`\`\`sh scenario=ID at=SECONDS\n${source}`];
  const scenario = scenarioOf(content, id);
  const cluster = new Timeline(optionsOf(scenario), scenario.commands).at(Number(at) * 1000).copy();
  const shell = new Shell(cluster, folderOf({ ...scenario.files }));
  const faults: string[] = [];
  for (const { line, printed } of askedIn(source)) {
    const { stdout, stderr, exit } = shell.run(line, cluster);
    const said = trimmed([...stdout, ...stderr]);
    if ((exit !== 0) !== 'refused' in meta) faults.push(`${line}: exit ${exit}\n${said.join('\n')}`);
    if (printed === undefined || printed.length === 0) continue;
    const shown = trimmed(printed);
    const isSo =
      'shortened' in meta ? shown.every((one) => said.includes(one)) : isDeepStrictEqual(shown, said);
    if (!isSo)
      faults.push(`${line}: the text shows\n${shown.join('\n')}\nand the run prints\n${said.join('\n')}`);
  }
  return faults;
}

/** What a table of a host prints: a MAC is named by the interface that has it, as in the figures of packets. */
const tables: Readonly<Record<string, (host: Host) => readonly string[]>> = {
  routes: (host) => host.routes.map((route) => routeRow(host, route)),
  neighbours: ({ neighbours }) =>
    Object.entries(neighbours).map(([address, mac]) => neighbourRow(address, mac)),
  fdb: ({ fdb }) => Object.entries(fdb).map(([mac, node]) => tunnelRow(mac, node)),
};

/**
 * What is wrong with a block that shows a table of a node: `text node=NAME table=routes|neighbours|fdb path=PATH` with
 * `backend=vxlan|host-gw|direct` and `hand=ID` where they are other than at first, and `shortened` when only some rows are shown.
 */
export function tableFaults({ source, meta }: CodeBlock): readonly string[] {
  const { node = '', table = '', path = '', backend, hand } = meta;
  const scenario = getPacketScenario(path);
  const rowsOf = tables[table];
  if (!scenario || !rowsOf) return [`no way of packets "${path}", or no table "${table}"`];
  const choice = {
    ...firstChoice(scenario),
    ...(backend !== undefined && { backend: backend as PacketChoice['backend'] }),
    ...(hand !== undefined && { hands: [hand] }),
  };
  if (hand !== undefined && !scenario.hands.some(({ id }) => id === hand)) return [`no hand "${hand}"`];
  const host = runPacket(scenario, choice).network.hosts[node];
  if (!host) return [`no node "${node}"`];
  const [shown, printed] = [trimmed(source.split('\n')), trimmed(rowsOf(host))];
  const isSo =
    'shortened' in meta
      ? shown.length > 0 && shown.every((row) => printed.includes(row))
      : isDeepStrictEqual(shown, printed);
  return isSo
    ? []
    : [
        `${table} of ${node}: the text shows\n${shown.join('\n')}\nand the network has\n${printed.join('\n')}`,
      ];
}

const documentsOf = (source: string): readonly KubeObject[] =>
  parseAllDocuments(source).map((document) => document.toJS() as KubeObject);

/** What the API server of an empty cluster says to an object; undefined if it takes it. */
function refusalOf(objects: readonly KubeObject[]): string | undefined {
  const cluster = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }] });
  for (const object of objects) {
    const done = cluster.do({ verb: 'create', object: object as unknown as Manifest });
    if (!done.ok) return done.status.message;
  }
  return undefined;
}

/** Every object that a scenario of the lesson applies or creates. */
const appliedIn = (content: LessonContent): readonly KubeObject[] =>
  scenariosOf(content).flatMap(({ commands, files }) => [
    ...commands.flatMap(({ command }) =>
      command.verb === 'apply' || command.verb === 'create' ? [command.object as KubeObject] : [],
    ),
    ...Object.values(files ?? {}).flatMap((text) => documentsOf(text)),
  ]);

/** Whether everything that `part` says stands in `whole` too. Lists are compared entry by entry. */
export function isPart(part: unknown, whole: unknown): boolean {
  if (typeof part !== 'object' || part === null) return part === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  if (Array.isArray(part) && (!Array.isArray(whole) || part.length !== whole.length)) return false;
  return Object.entries(part).every(([key, value]) => isPart(value, (whole as Record<string, unknown>)[key]));
}

/**
 * What is wrong with a block of YAML. Without a word behind `yaml` a new cluster must take it. `part`: it stands in an object that a
 * scenario of the lesson applies. `patch`: an object of a scenario, changed so, is taken. `refused`: it is refused, in the words of the
 * next block.
 */
export function yamlFaults(
  content: LessonContent,
  block: CodeBlock,
  next: CodeBlock | undefined,
): readonly string[] {
  const parsed = parseAllDocuments(block.source);
  const errors = parsed.flatMap((document) => document.errors.map(({ message }) => message));
  if (errors.length > 0) return errors;
  const objects = documentsOf(block.source);
  const { meta } = block;
  if ('part' in meta) {
    const applied = appliedIn(content);
    return objects
      .filter((object) => !applied.some((one) => isPart(object, one)))
      .map(
        (object) => `stands in no object of lab.ts: ${object.kind}/${object.metadata?.name}\n${block.source}`,
      );
  }
  if ('patch' in meta) return objects.flatMap((object) => patchFaults(content, object));
  const refusal = refusalOf(objects);
  if (!('refused' in meta)) return refusal === undefined ? [] : [`is refused: ${refusal}\n${block.source}`];
  if (refusal === undefined) return [`is taken, and the text says that it is refused:\n${block.source}`];
  const quoted = next?.source.trim() ?? '';
  return quoted !== '' && refusal.includes(quoted)
    ? []
    : [`is refused with\n${refusal}\nand the text quotes\n${quoted}`];
}

function patchFaults(content: LessonContent, patch: KubeObject): readonly string[] {
  const whole = appliedIn(content).find(
    ({ kind, metadata }) => kind === patch.kind && metadata.name === patch.metadata.name,
  );
  if (!whole) return [`patches ${patch.kind}/${patch.metadata.name}, which no scenario applies`];
  const refusal = refusalOf([mergePatch(whole as never, patch as never) as unknown as KubeObject]);
  return refusal === undefined ? [] : [`as a patch it is refused: ${refusal}`];
}
