import 'server-only';
import { type AskedConcept, adviceOf, groupShare } from '@/lib/class/advice';
import { byNeed, type LearnerStanding, needsOf } from '@/lib/class/needs';
import type { ClassBelief, GridCellView, GridColumnView, GridRowView, GridView } from '@/lib/class/public';
import { getConcept } from '@/lib/course/concepts';
import { getMisconception } from '@/lib/course/generators';
import { getLabs } from '@/lib/course/labs';
import { getLessons } from '@/lib/course/lessons';
import { outlineOf } from '@/lib/course/quiz';
import { wilson } from '@/lib/statistics/intervals';
import { type Knowledge, knowledgeOf } from '@/lib/statistics/knowledge';
import type { Locale } from '@/lib/text';
import { type Evidence, evidenceOf, learnersOf, type Place } from './class-evidence';
import { dayOf, now } from './clock';
import { classToRead } from './rights';

/** Who asks: in which language, and how far their clock is ahead of UTC. */
export interface Asker {
  readonly locale: Locale;
  readonly utcOffsetMinutes: number;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
/** So many of a class who believe the same are worth a word. */
const FEWEST_BELIEVERS = 3;

type Column = Omit<GridColumnView, 'mean' | 'concepts'> & {
  readonly concepts: readonly { readonly id: string; readonly title: string }[];
};

interface Learner {
  readonly place: Place;
  readonly evidence: Evidence;
  readonly cells: readonly GridCellView[];
}

/**
 * Learners × written lessons: of each concept that a lesson's quiz asks, what the learner knows by the first tries of all attempts, reviews among
 * them. What a learner did before joining counts as well: it is what they know. Days are those of the asker's clock.
 */
export async function classGrid(
  viewer: string | undefined,
  classroom: string,
  asker: Asker,
): Promise<GridView> {
  const { name, enrollments } = await classToRead(viewer, classroom);
  const places = learnersOf(enrollments);
  const columns = gridColumns(asker.locale);
  const evidence = await evidenceOf(places, asker.utcOffsetMinutes);
  const learners = places.flatMap((place) => {
    const own = evidence.get(place.learnerId);
    return own ? [{ place, evidence: own, cells: columns.map((column) => cellOf(column, own)) }] : [];
  });
  const today = dayOf(now(), asker.utcOffsetMinutes);
  const answered = learners.filter(({ cells }) => cells.some(({ asked }) => asked > 0)).length;
  const belief = beliefOf(learners, asker.locale);
  return {
    name,
    today,
    columns: columns.map((column, at) => columnView(column, learners, at)),
    rows: byNeed(learners.map((learner) => rowOf(learner, columns, today, asker.utcOffsetMinutes))),
    advice: adviceOf(learners.length, answered, askedConcepts(columns, learners)),
    ...(belief && { belief }),
  };
}

export const conceptTitle = (concept: string, locale: Locale): string =>
  getConcept(concept)?.title[locale] ?? concept;

const gridColumns = (locale: Locale): readonly Column[] =>
  getLessons()
    .filter(({ written }) => written)
    .map(({ slug, number, title, sections }) => ({
      lesson: slug,
      number,
      title: title[locale],
      sections: sections.length,
      labs: getLabs(slug)?.labs.length ?? 0,
      concepts: [...new Set(outlineOf(slug).map(({ concept }) => concept))].map((id) => ({
        id,
        title: conceptTitle(id, locale),
      })),
    }));

const isKnown = (state: Knowledge): boolean => state === 'ok' || state === 'solid';

function cellOf({ lesson, concepts }: Column, { tries, sections, labsSolved }: Evidence): GridCellView {
  const below = (places: ReadonlySet<string>) =>
    [...places].filter((one) => one.startsWith(`${lesson}/`)).length;
  const cells = concepts.map(({ id }) => {
    const { state, tries: counted } = knowledgeOf(tries.get(id) ?? []);
    const shown = counted.map(({ atMs, isRight, isAided }) => ({ atMs, isRight, isAided }));
    return { concept: id, state, tries: shown };
  });
  const asked = cells.filter(({ state }) => state !== 'new').length;
  const counts = { sections: below(sections), labs: below(labsSolved), concepts: cells };
  const known = cells.filter(({ state }) => isKnown(state)).length;
  const begun = counts.sections + counts.labs > 0 ? 'read' : 'toCome';
  return { state: asked > 0 ? 'asked' : begun, known, asked, ...counts };
}

function columnView(column: Column, learners: readonly Learner[], at: number): GridColumnView {
  const cells = learners.flatMap(({ cells: own }) => own[at] ?? []);
  const shares = cells.filter(({ asked }) => asked > 0).map(({ known, asked }) => known / asked);
  const concepts = column.concepts.map((concept, place) => {
    const states = cells.map(({ concepts: own }) => own[place]?.state ?? 'new');
    const known = states.filter((state) => state !== 'new').map((state) => (isKnown(state) ? 1 : 0));
    return { ...concept, known: groupShare(known) };
  });
  return { ...column, mean: groupShare(shares), concepts };
}

function rowOf(
  { place, evidence, cells }: Learner,
  columns: readonly Column[],
  today: string,
  utcOffsetMinutes: number,
): GridRowView {
  const daysSince = (at: Date) =>
    Math.round((Date.parse(today) - Date.parse(dayOf(at, utcOffsetMinutes))) / DAY_MS);
  const titles = columns.flatMap(({ concepts }) => concepts);
  const states = cells.flatMap(({ concepts }) => concepts);
  const standing: LearnerStanding = {
    daysSinceJoined: daysSince(place.createdAt),
    daysSinceSeen: evidence.lastAt && daysSince(evidence.lastAt),
    hasBegun: evidence.tries.size + evidence.sections.size + evidence.labsChecked.size > 0,
    isDone: states.length > 0 && states.every(({ state }) => isKnown(state)),
    wrongTwice: titles.flatMap(({ title }, at) => {
      const [last, before] = states[at]?.tries ?? [];
      return last && before && !last.isRight && !before.isRight ? [title] : [];
    }),
    lessons: columns.flatMap(({ number }, at) => {
      const cell = cells[at];
      return cell ? [{ number, known: cell.known, asked: cell.asked }] : [];
    }),
    sure: evidence.sure,
    sureWrong: evidence.sureWrong,
    labsChecked: evidence.labsChecked.size,
    labsSolved: evidence.labsSolved.size,
  };
  return { id: place.id, nickname: place.nickname, needs: needsOf(standing), cells };
}

function askedConcepts(columns: readonly Column[], learners: readonly Learner[]): readonly AskedConcept[] {
  return columns.flatMap(({ number, concepts }, at) =>
    concepts.flatMap(({ title }, place) => {
      const states = learners.map(({ cells }) => cells[at]?.concepts[place]?.state ?? 'new');
      const known = states.filter(isKnown).length;
      const asked = states.filter((state) => state !== 'new').length;
      const interval = wilson(known, asked);
      return interval ? [{ title, lesson: number, known, asked, ...interval }] : [];
    }),
  );
}

/** What most of those who were asked about its concept believe, if it is at least three. */
function beliefOf(learners: readonly Learner[], locale: Locale): ClassBelief | undefined {
  const ids = new Set(learners.flatMap(({ evidence }) => [...evidence.believes]));
  const all = [...ids].flatMap((id) => {
    const misconception = getMisconception(id);
    if (!misconception) return [];
    const n = learners.filter(({ evidence }) => evidence.believes.has(id)).length;
    const of = learners.filter(
      ({ evidence }) => evidence.believes.has(id) || evidence.tries.has(misconception.concept),
    ).length;
    return n >= FEWEST_BELIEVERS ? [{ text: misconception.text[locale], n, of }] : [];
  });
  return all.sort((a, b) => b.n - a.n || b.n / b.of - a.n / a.of)[0];
}
