import { type BrowserContext, expect, test } from '@playwright/test';
import { choicesOf, content, lessonPath, placeOf } from './content';
import { Quiz } from './quiz';
import { pattern } from './said';
import { story } from './story';

const { single } = story;

/** The lesson's item in a tab of its own, with a line chosen and not yet answered. */
async function chooses(context: BrowserContext, isRight: boolean) {
  const page = await context.newPage();
  await page.goto(lessonPath('en'));
  const quiz = new Quiz(page, 'en');
  await quiz.box.scrollIntoViewIfNeeded();
  await quiz.box.getByRole('button', { name: pattern(quiz.words.mark, { n: placeOf(single.id) }) }).click();
  await quiz.asks(single);
  const choice = choicesOf(single).find(({ correct }) => correct === isRight);
  await quiz.choice(single, choice?.text.en ?? '').check();
  return { quiz, answers: () => quiz.button(quiz.words.answer).click() };
}

test('An item that is answered in two tabs counts once: the second is shown what counts', async ({
  context,
}) => {
  const [one, two] = [await chooses(context, true), await chooses(context, false)];
  await one.answers();
  await one.quiz.hasVerdict(one.quiz.words.verdicts.right);
  await two.answers();
  const { notices, verdicts } = two.quiz.words;
  await expect(two.quiz.box.getByText(notices.elsewhere, { exact: true })).toBeVisible();
  await two.quiz.hasVerdict(verdicts.right);
  const { lessons } = await (await context.request.get('/api/progress')).json();
  expect(lessons[content.slug].items).toEqual({ [single.id]: 'firstTry' });
});
