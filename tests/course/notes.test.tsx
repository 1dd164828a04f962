import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NotesPage } from '@/app/_ui/notes/notes-page';
import { countedNotes } from '@/app/_ui/notes/notes-ways';
import { isVerdict, type NotesView, notesPath, notesViews } from '@/app/_ui/notes/views';
import { notesWords } from '@/app/_ui/notes/words';
import lessons from '@/content/lessons';
import { claimCoverage } from '@/lib/course/coverage';
import { getFigures, pageIdOf } from '@/lib/course/figures';
import { getLessons } from '@/lib/course/lessons';
import { countVerdicts, getNotes, getNotesParts, isWritten, noteNumber } from '@/lib/course/notes';
import { getPacketPaths } from '@/lib/course/packets';
import { type Locale, locales } from '@/lib/text';
import { checkedVerdicts } from '../content/verdicts';
import { finder } from '../e2e/letters';

const views: readonly NotesView[] = ['all', ...notesViews];
const page = (locale: Locale, view: NotesView) =>
  renderToStaticMarkup(<NotesPage locale={locale} view={view} />);
const idsIn = (html: string) => [...html.matchAll(/<li id="([^"]+)"/g)].map(([, id]) => id);

/** Sentences of an item beside its choices: the question, reasons, hints. */
function toldByAnswers(value: unknown, locale: Locale): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    if (key === 'text') return [];
    const text = (one as Partial<Record<Locale, unknown>> | null)?.[locale];
    return typeof text === 'string' ? [text] : toldByAnswers(one, locale);
  });
}

describe('the study notes', () => {
  const notes = getNotes();

  it('have every sentence once, in their own order', () => {
    expect(getNotesParts().flatMap(({ claims }) => claims)).toEqual(Object.keys(checkedVerdicts));
    expect(notes.map(({ id }) => id)).toEqual(Object.keys(checkedVerdicts));
    expect(notes.map(({ number }) => number)).toEqual(notes.map((_, at) => at + 1));
    expect(noteNumber('internet-to-pod-01')).toBe(103);
    expect(() => noteNumber('pod-99')).toThrow('no sentence "pod-99"');
  });

  it('say of a sentence whose lesson is written what holds, where it runs, and how many questions ask it', () => {
    for (const note of notes) {
      expect(isWritten(note), note.id).toBe(note.lesson.written);
      if (!isWritten(note)) continue;
      expect(note.runs.length, note.id).toBeGreaterThan(0);
      expect(note.questions, note.id).toBeGreaterThan(0);
    }
  });

  it('lead to pages that there are', () => {
    const pages = new Set([
      ...getFigures()
        .filter(({ kind }) => kind !== 'prediction')
        .map((figure) => `/lab/${pageIdOf(figure)}`),
      ...getPacketPaths().map(({ id }) => `/packets/${id}`),
    ]);
    const runs = notes.flatMap((note) => (isWritten(note) ? note.runs : []));
    expect(runs.map((run) => run.page).filter((one) => !pages.has(one))).toEqual([]);
  });

  it('count each sentence under one verdict, or as one whose lesson is not written', () => {
    const { open, ...judged } = countVerdicts(notes);
    const sum = Object.values(judged).reduce((one, other) => one + other, open);
    expect(sum).toBe(notes.length);
    expect(open).toBe(getLessons().flatMap(({ written, claims }) => (written ? [] : claims)).length);
  });
});

describe.each(locales)('the page of the study notes in %s', (locale) => {
  it('has every sentence in the notes’ order, and every one again by lesson', () => {
    const inOrder = getNotes().map(({ id }) => id);
    expect(idsIn(page(locale, 'all'))).toEqual(inOrder);
    const byLesson = getLessons().flatMap(({ claims }) => claims);
    expect([...idsIn(page(locale, 'by-lesson'))].sort()).toEqual([...byLesson].sort());
  });

  it.each(views.filter(isVerdict))('of %s has the sentences with that verdict alone', (verdict) => {
    const expected = getNotes().filter((note) => isWritten(note) && note.claim.verdict === verdict);
    expect([...idsIn(page(locale, verdict))].sort()).toEqual(expected.map(({ id }) => id).sort());
  });

  it('leads to the place in the lesson that names the sentence, and to its quiz', () => {
    const html = page(locale, 'all');
    for (const { claim, lesson, passages } of claimCoverage()) {
      if (!passages.includes(locale)) continue;
      expect(html).toContain(`href="/${locale}/learn/${lesson}#${claim}"`);
      expect(html).toContain(`href="/${locale}/learn/${lesson}#quiz"`);
    }
  });

  it('has a place for each of its links to itself, in every view', () => {
    for (const view of views) {
      const html = page(locale, view);
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      const own = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
      expect(own.filter((id) => !ids.has(id ?? ''))).toEqual([]);
      for (const verdict of views.filter(isVerdict))
        expect(html).toContain(`href="/${locale}${notesPath(verdict)}"`);
    }
  });

  it('says how many sentences have which verdict, from the sentences themselves', () => {
    const said = [...countedNotes(locale).matchAll(/\d+/g)].map(([number]) => Number(number));
    const [of = 0, ...counts] = said;
    expect(of).toBe(getNotes().length);
    expect(counts.reduce((one, other) => one + other, 0)).toBe(of);
  });

  it('tells nothing of the questions that ask a sentence', () => {
    const needles = Object.entries(lessons).flatMap(([slug, { quiz }]) =>
      quiz.items.flatMap((item) =>
        toldByAnswers(item, locale).map((text) => ({ name: `${slug} ${item.id}: ${text}`, text })),
      ),
    );
    expect(needles.length).toBeGreaterThan(300);
    expect(finder(needles)(page(locale, 'all'))).toEqual([]);
  });
});

describe('words of the study notes', () => {
  it('fill in the same names in both languages', () => {
    const names = (value: unknown): readonly string[] =>
      typeof value === 'string'
        ? [
            [...value.matchAll(/\{\w+\}/g)]
              .map(([name]) => name)
              .sort()
              .join(),
          ]
        : Object.values(value ?? {}).flatMap(names);
    expect(names(notesWords.zh)).toEqual(names(notesWords.en));
  });
});
