import course from '@/content/course';
import claims from '@/content/statefulset-identity-and-order/claims';
import labs from '@/content/statefulset-identity-and-order/lab';
import { getFigures, pageIdOf } from '@/lib/course/figures';
import { getQuiz } from '@/lib/course/quiz';
import { sectionTitles } from '@/lib/course/text';
import { happenedChoice } from '@/lib/lab/happened';
import { Refusal, type RefusalCode } from '@/lib/server/refusal';
import { locales } from '@/lib/text';

/**
 * Prints, as JSON, what only the server knows: keys, solutions, what each prediction's run comes to, the sentences of
 * refusals. Run with `--conditions=react-server`; `content.ts` reads it.
 */
const slug = 'statefulset-identity-and-order';

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
    .filter(({ kind }) => kind !== 'prediction')
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
  };
  process.stdout.write(JSON.stringify(content));
}

void main();
