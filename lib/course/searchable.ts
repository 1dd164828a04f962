import 'server-only';
import lessons from '@/content/lessons';
import type { Searchable } from '../search/search';
import type { Locale } from '../text';
import { getFigures, type LoneFigure, pageIdOf } from './figures';
import { glossaryOf } from './glossary';
import { getLessons, type Lesson } from './lessons';
import { getPacketPaths } from './packets';
import { plainText } from './plain-text';
import { partsOf, sourceOf } from './source';

const withoutCode = (text: string) => text.replaceAll('`', '');

/** A lesson as a whole, its sections, its words and its study notes. */
function ofLesson(lesson: Lesson, locale: Locale): readonly Searchable[] {
  const { meta, sections: parts } = partsOf(sourceOf(lesson.slug, locale));
  const { lead = '', question = '' } = meta as { lead?: string; question?: string };
  const page = `/${locale}/learn/${lesson.slug}`;
  const of = withoutCode(lesson.title[locale]);
  const sections = parts.map((part, at): Searchable => {
    const [heading = '', ...rest] = part.split('\n');
    const { text, code } = plainText(rest.join('\n'));
    const title = plainText(heading).text;
    return {
      kind: 'section',
      href: `${page}#${lesson.sections[at] ?? ''}`,
      title,
      of,
      text,
      ...(code && { code }),
    };
  });
  const terms = glossaryOf(locale)
    .filter((entry) => entry.lesson === lesson.slug)
    .map(
      ({ word, inOther, text, anchor }): Searchable => ({
        kind: 'term',
        href: `/${locale}/glossary#${anchor}`,
        title: word,
        of,
        text: inOther === word ? text : `${text} (${inOther})`,
      }),
    );
  const claims = (lessons[lesson.slug]?.claims ?? []).map(
    ({ id, quote, today }): Searchable => ({
      kind: 'claim',
      href: `${page}#${id}`,
      title: quote[locale].replace(/\s+/g, ' '),
      of,
      text: withoutCode(today[locale]),
    }),
  );
  const whole: Searchable = {
    kind: 'section',
    href: page,
    title: of,
    of,
    text: withoutCode(`${question} ${lead}`.trim()),
  };
  return [whole, ...sections.filter(({ text }) => text !== ''), ...terms, ...claims];
}

/** A lab by its task and goals, a prediction by its choices; neither hints nor solutions. */
function ofFigure(figure: LoneFigure, locale: Locale): Searchable {
  const said =
    figure.kind === 'lab'
      ? [figure.scenario.caption, figure.scenario.task, ...figure.scenario.goals.map(({ text }) => text)]
      : figure.kind === 'prediction'
        ? [figure.scenario.caption, ...figure.prediction.choices.map(({ text }) => text)]
        : [];
  return {
    kind: 'figure',
    href: `/${locale}/lab/${pageIdOf(figure)}`,
    title: withoutCode(figure.title[locale]),
    of: withoutCode(figure.lesson.title[locale]),
    text: withoutCode([...new Set(said.map((text) => text[locale]))].join(' · ')),
  };
}

/** All that the course says before anybody has answered anything, to be searched in one language. */
export function searchable(locale: Locale): readonly Searchable[] {
  const written = getLessons().filter((lesson) => lesson.written);
  const packets = getPacketPaths().map(
    ({ id, title, question, caption }): Searchable => ({
      kind: 'figure',
      href: `/${locale}/packets/${id}`,
      title: withoutCode(title[locale]),
      text: withoutCode(`${question[locale]} ${caption[locale]}`),
    }),
  );
  return [
    ...written.flatMap((lesson) => ofLesson(lesson, locale)),
    ...getFigures().map((figure) => ofFigure(figure, locale)),
    ...packets,
  ];
}
