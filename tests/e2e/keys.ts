import course from '@/content/course';
import misconceptions from '@/content/misconceptions';
import claims from '@/content/statefulset-identity-and-order/claims';
import labs from '@/content/statefulset-identity-and-order/lab';
import { getFigures, pageIdOf } from '@/lib/course/figures';
import { getLabs } from '@/lib/course/labs';
import { getQuiz, quizLessons } from '@/lib/course/quiz';
import { sectionTitles } from '@/lib/course/text';
import { happenedChoice } from '@/lib/lab/happened';
import { itemsOf, type LessonQuiz } from '@/lib/quiz/entry';
import { Refusal, type RefusalCode } from '@/lib/server/refusal';
import { locales, type Text } from '@/lib/text';

/**
 * Prints, as JSON, what only the server knows: keys, solutions, what each prediction's run comes to, the sentences of
 * refusals. Run with `--conditions=react-server`; `content.ts` reads it.
 */
const slug = 'statefulset-identity-and-order';

/** What a browser sees of an item before an answer; every other text of it is told by an answer or by a hint alone. */
const isPublic = (path: string): boolean =>
  /^(question|unit|source)$|^(choices|steps|stems|regions|goals)\.\d+\.text$/.test(path);

/** Every text below a value in both languages, with where it stands. */
function textsIn(value: unknown, path: string): readonly (readonly [string, Text])[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'zh' in value) return [[path, value as Text]];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, path === '' ? key : `${path}.${key}`));
}

const named = (owner: string, texts: readonly (readonly [string, Text])[]) =>
  texts.flatMap(([path, text]) =>
    locales.map((locale) => ({ name: `${owner}: ${path}, ${locale}`, text: text[locale] })),
  );

/** Every sentence that tells what is right or what is believed instead, of all quizzes, labs and misconceptions. */
function secrets() {
  const items = quizLessons().flatMap((lesson) =>
    itemsOf(getQuiz(lesson) as LessonQuiz).flatMap((item) =>
      named(
        `${lesson} ${item.id}`,
        textsIn({ ...item, run: undefined }, '').filter(([path]) => !isPublic(path)),
      ),
    ),
  );
  const ways = quizLessons().flatMap((lesson) =>
    (getLabs(lesson)?.labs ?? []).flatMap(({ id, shortcuts }) =>
      shortcuts.map(({ why }, at) => ({ name: `${lesson} ${id}: shortcut ${at + 1}`, text: why })),
    ),
  );
  const beliefs = misconceptions.flatMap(({ id, text }) => named(`misconception ${id}`, [['text', text]]));
  return [...items, ...ways, ...beliefs];
}

const codes: readonly RefusalCode[] = [
  'malformed-json',
  'invalid-body',
  'cross-origin',
  'unknown-lesson',
  'unknown-section',
  'unknown-item',
  'unknown-hint',
  'unknown-lab',
  'unknown-attempt',
  'try-not-open',
  'body-too-large',
  'not-json',
  'nothing-chosen',
  'place-out-of-range',
  'lab-not-solved',
];

async function sentencesOf(code: RefusalCode) {
  const said = locales.map(async (locale) => {
    const { error } = (await new Refusal(code).toResponse(locale).json()) as { error: { message: string } };
    return [locale, error.message];
  });
  return [code, Object.fromEntries(await Promise.all(said))];
}

async function main() {
  const happened = labs.predictions.map((prediction) => {
    const scenario = labs.scenarios.find(({ id }) => id === prediction.scenario);
    if (!scenario) throw new Error(`prediction ${prediction.id}: no scenario ${prediction.scenario}`);
    return [prediction.id, happenedChoice(scenario, prediction)];
  });
  const refusals = Object.fromEntries(await Promise.all(codes.map(sentencesOf)));
  const titles = Object.fromEntries(locales.map((locale) => [locale, sectionTitles(slug, locale)]));
  const figures = getFigures()
    .filter((figure) => figure.kind !== 'prediction' && !('bench' in figure))
    .map((figure) => ({ page: pageIdOf(figure), lesson: figure.lesson.slug, scenario: figure.scenario }));
  const content = {
    slug,
    figures,
    quiz: getQuiz(slug),
    labs,
    claims,
    course,
    titles,
    happened: Object.fromEntries(happened),
    refusals,
    secrets: secrets(),
  };
  process.stdout.write(JSON.stringify(content));
}

void main();
