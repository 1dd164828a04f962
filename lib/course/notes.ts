import 'server-only';
import lessons from '@/content/lessons';
import parts from '@/content/notes';
import type { Text } from '../text';
import type { Claim, NotesPart, Verdict } from './claim';
import { getFigures, pageIdOf } from './figures';
import { getGenerator } from './generators';
import { getLessons, type Lesson } from './lessons';
import { getPacketPaths } from './packets';

/** A run in which a sentence can be seen. */
export interface NoteRun {
  readonly kind: 'lab' | 'figure' | 'packet';
  readonly title: Text;
  /** Address of its page, without the language. */
  readonly page: string;
}

/** A sentence of the study notes, with what the course makes of it. */
export interface Note {
  readonly id: string;
  /** Its place in the notes, from 1. */
  readonly number: number;
  readonly lesson: Lesson;
  /** What the lesson says of it. */
  readonly claim: Claim;
  /** Labs first, then figures, then ways of packets. */
  readonly runs: readonly NoteRun[];
  /** How many questions of the lesson's quiz ask it: a number alone, so that none of them is given away. */
  readonly questions: number;
}

/** A sentence whose lesson is not written. */
export type OpenNote = Pick<Note, 'id' | 'number' | 'lesson'>;

export const isWritten = (note: Note | OpenNote): note is Note => 'claim' in note;

/** The parts of the study notes, in order. */
export const getNotesParts = (): readonly NotesPart[] => parts;

const numbers = new Map(parts.flatMap(({ claims }) => claims).map((id, at) => [id, at + 1]));

/** The place of a sentence in the notes, from 1. Throws for one that they do not have. */
export function noteNumber(id: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`content/notes.ts has no sentence "${id}"`);
  return number;
}

/** Pages on which a sentence can be seen, by its id. */
function runsByClaim(): ReadonlyMap<string, readonly NoteRun[]> {
  const figures = getFigures().flatMap((figure) =>
    figure.kind === 'prediction'
      ? []
      : [{ ...figure, page: `/lab/${pageIdOf(figure)}`, claims: figure.scenario.claims ?? [] }],
  );
  const packets = getPacketPaths().map(({ id, title, claims }) => ({
    kind: 'packet' as const,
    title,
    page: `/packets/${id}`,
    claims,
  }));
  const runs = new Map<string, NoteRun[]>();
  for (const { kind, title, page, claims } of [...figures, ...packets])
    for (const claim of claims) runs.set(claim, [...(runs.get(claim) ?? []), { kind, title, page }]);
  const order = ['lab', 'figure', 'packet'] as const;
  for (const found of runs.values())
    found.sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return runs;
}

/** How many entries of a lesson's quiz ask a sentence. */
const questionsOn = (claim: string, slug: string): number =>
  (lessons[slug]?.quiz.items ?? []).filter((item) => {
    const asked = item.kind === 'generated' ? getGenerator(item.generator)?.claims : item.claims;
    return asked?.includes(claim);
  }).length;

let loaded: readonly (Note | OpenNote)[] | undefined;

/** Every sentence of the study notes, in their order. */
export function getNotes(): readonly (Note | OpenNote)[] {
  if (loaded) return loaded;
  const lessonOf = new Map(getLessons().flatMap((lesson) => lesson.claims.map((id) => [id, lesson])));
  const claims = new Map(
    Object.values(lessons).flatMap((one) => one.claims.map((claim) => [claim.id, claim])),
  );
  const runs = runsByClaim();
  const notes = [...numbers].map(([id, number]): Note | OpenNote => {
    const lesson = lessonOf.get(id);
    if (!lesson) throw new Error(`No lesson of content/course.ts teaches "${id}"`);
    const claim = claims.get(id);
    if (!claim || !lesson.written) return { id, number, lesson };
    return { id, number, lesson, claim, runs: runs.get(id) ?? [], questions: questionsOn(id, lesson.slug) };
  });
  if (process.env.NODE_ENV !== 'development') loaded = notes;
  return notes;
}

/** How many of these sentences have each verdict, and how many wait for their lesson. */
export function countVerdicts(
  notes: readonly (Note | OpenNote)[],
): Readonly<Record<Verdict | 'open', number>> {
  const counts = { holds: 0, 'holds-with-nuance': 0, outdated: 0, wrong: 0, 'cut-off': 0, open: 0 };
  for (const note of notes) counts[isWritten(note) ? note.claim.verdict : 'open'] += 1;
  return counts;
}
