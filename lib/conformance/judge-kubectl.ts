import { lacking } from './difference';
import { Tidy } from './tidy';
import type { TranscriptLine, TranscriptRecording } from './transcript';

/**
 * Holds what a transcript's lines printed against what was recorded, line by line: exit codes, stdout, stderr. Runs of blanks
 * count as one, rows of tables and the Events of `describe` as sets, of `rollout status` the last line.
 * The rules are those of the conformance folder's compare.mjs, compareKubectl.
 */
export function judgeTranscript(
  recorded: TranscriptRecording,
  played: TranscriptRecording,
): string | undefined {
  const tidy = new Tidy();
  for (const [i, wanted] of recorded.lines.entries()) {
    if (wanted.line === undefined) continue;
    const at = `line ${i + 1} (${wanted.line})`;
    const got = played.lines[i];
    if (!got) return `${at} was not played`;
    if ((wanted.exit ?? 0) !== (got.exit ?? 0))
      return `${at} ends with ${wanted.exit ?? 0}, played ${got.exit ?? 0}${saidOf(got)}`;
    for (const stream of ['stdout', 'stderr'] as const) {
      const difference = judgeStream(
        wanted.line,
        stream,
        wanted[stream] ?? [],
        tidied(tidy, got[stream] ?? []),
      );
      if (difference) return `${at} ${difference.isEvent ? '' : `${stream} `}${difference.says}`;
    }
  }
  return undefined;
}

/** What a line that ended otherwise had to say, for whoever reads the difference. */
const saidOf = ({ stderr = [] }: TranscriptLine): string => (stderr[0] ? `: ${stderr[0]}` : '');

const tidied = (tidy: Tidy, lines: readonly string[]): string[] => lines.map((line) => tidy.text(line));

const squeezed = (line: string): string => line.replace(/[ \t]+/g, ' ').trim();
const pulling = (line: string): string =>
  line.replace(/ErrImagePull|ImagePullBackOff/g, 'ErrImagePull/ImagePullBackOff');
const isFolded = (event: string): boolean => event.includes('combined from similar events');

interface Difference {
  readonly says: string;
  readonly isEvent?: boolean;
}

function judgeStream(
  line: string,
  stream: 'stdout' | 'stderr',
  wanted: readonly string[],
  got: readonly string[],
): Difference | undefined {
  const isStatus = stream === 'stdout' && / rollout status /.test(`${line} `);
  const isDescribe = / describe /.test(line);
  const isTable = / (get|drain) /.test(line);
  const of = (lines: readonly string[]) => {
    const last = isStatus ? lines.slice(-1) : lines;
    const { text, events } = isDescribe ? splitEvents(last) : { text: last, events: [] };
    const all = text.map(squeezed).filter(Boolean).map(pulling);
    return { text: isTable ? rowsAsSet(all) : all, events };
  };
  const [a, b] = [of(wanted), of(got)];
  for (let k = 0; k < Math.max(a.text.length, b.text.length); k++)
    if (a.text[k] !== b.text[k])
      return { says: `${k + 1}: recorded ${shown(a.text[k])}, played ${shown(b.text[k])}` };
  return judgeEvents(a.events, b.events);
}

const shown = (line: string | undefined): string => JSON.stringify(line) ?? 'nothing';

function judgeEvents(wanted: readonly string[], got: readonly string[]): Difference | undefined {
  const [missing] = lacking(
    wanted.filter((event) => !isFolded(event)),
    got,
  );
  if (missing) return { says: `lacks the event ${JSON.parse(missing)}`, isEvent: true };
  const [extra] = lacking(got, wanted).filter((event) => !isFolded(event));
  if (extra === undefined || wanted.some(isFolded)) return undefined;
  return { says: `has the event ${JSON.parse(extra)}, which was not recorded`, isEvent: true };
}

/** What stands before `Events:`, and the rows after it without how old they are. */
function splitEvents(lines: readonly string[]): { text: readonly string[]; events: string[] } {
  const at = lines.findIndex((line) => line.startsWith('Events:'));
  if (at < 0) return { text: lines, events: [] };
  const events = lines
    .slice(at + 1)
    .map(squeezed)
    .filter((line) => line && !/^(Type Reason|---- ------)/.test(line))
    .map((row) =>
      row.replace(/^(\S+) (\S+) (?:<age>|<unknown>)(?: \(x\d+ over <age>\))? (\S+) /, '$1 $2 $3 '),
    );
  return { text: lines.slice(0, at), events };
}

/** The rows of each table in the order of the alphabet: names with hashes in them have no order of their own. */
function rowsAsSet(lines: readonly string[]): string[] {
  const tables: string[][] = [[]];
  for (const line of lines) {
    if (/^NAME |^NAMESPACE /.test(line)) tables.push([line], []);
    else tables.at(-1)?.push(line);
  }
  return tables.flatMap((table) => [...table].sort());
}
