import 'server-only';
import lessons from '@/content/lessons';
import type { AuthoredQuiz } from '@/lib/quiz/authored';
import { derive } from '@/lib/quiz/derive';
import { type Entry, generatedEntry, type LessonQuiz } from '@/lib/quiz/entry';
import { lessonRef, refOfItem } from '@/lib/quiz/item-ref';
import { getGenerator } from './generators';
import { getLabs } from './labs';

type Authored = AuthoredQuiz['items'][number];

/** Entries whose runs were played, by ref. */
const derived = new Map<string, Entry>();

/** The entries of a lesson with their keys, runs played where a key comes from one; undefined for a lesson without a quiz. */
export function getQuiz(slug: string): LessonQuiz | undefined {
  if (!Object.hasOwn(lessons, slug)) return undefined;
  return { items: authoredIn(slug).map((item) => entryFor(item, slug)) };
}

const authoredIn = (slug: string): readonly Authored[] =>
  Object.hasOwn(lessons, slug) ? (lessons[slug]?.quiz.items ?? []) : [];

function entryFor(item: Authored, slug: string): Entry {
  const ref = refOfItem(slug, item.id);
  const entry = derived.get(ref) ?? derivedEntry(item, slug);
  derived.set(ref, entry);
  return entry;
}

/** Throws for an author's mistake. */
function derivedEntry(item: Authored, slug: string): Entry {
  const file = `content/${slug}/quiz.ts`;
  if (item.kind !== 'generated') return derive(item, { file, ...getLabs(slug) });
  const generator = getGenerator(item.generator);
  if (!generator)
    throw new Error(
      `${file} item ${item.id}: a generated entry names a generator: "${item.generator}" is none of content/generators`,
    );
  return generatedEntry(item.id, generator);
}

/**
 * What a ref names (lib/quiz/item-ref.ts): a generator as an entry of its own, or an entry of a lesson's quiz, of which no other entry's
 * run is played. Undefined for one that the course does not have, or has no longer.
 */
export function entryOfRef(ref: string): Entry | undefined {
  const named = lessonRef(ref);
  if (named) {
    const item = authoredIn(named.lesson).find(({ id }) => id === named.item);
    return item && entryFor(item, named.lesson);
  }
  const generator = getGenerator(ref);
  return generator && generatedEntry(ref, generator);
}

/** Lessons that have a quiz. */
export const quizLessons = (): readonly string[] => Object.keys(lessons);

/** An entry by its author's words alone, without its key. */
export interface OutlinedEntry extends Pick<Entry, 'id' | 'kind' | 'concept'> {
  /** Id of the generator that draws it. */
  readonly generator?: string;
  /** Id of the lab that is its answer. */
  readonly lab?: string;
}

/** By the slug of a lesson with a quiz: asked for each answer of a class, made once. */
const outlines = new Map<string, readonly OutlinedEntry[]>();

/** What a lesson's quiz asks, in its order; unlike `getQuiz` it plays no run for that. Empty for a lesson without a quiz. */
export function outlineOf(slug: string): readonly OutlinedEntry[] {
  const authored = authoredIn(slug);
  if (authored.length === 0) return [];
  const outline = outlines.get(slug) ?? authored.map(outlined);
  outlines.set(slug, outline);
  return outline;
}

function outlined(item: Authored): OutlinedEntry {
  if (item.kind === 'generated') {
    const { id, kind, generator } = item;
    return { id, kind, concept: getGenerator(generator)?.concept ?? '', generator };
  }
  const { id, kind, concept } = item;
  return { id, kind, concept, ...(item.kind === 'lab' && { lab: item.lab }) };
}
