import { expect, type Page, test } from '@playwright/test';
import type { Locale } from '@/lib/text';
import { choicesOf, lab, lesson, lessonPath, placeOf, plain, rightOrder } from './content';
import { keptBy, knowledgeShows, mapShows, railCounts } from './course-progress';
import { asRead, Figure } from './figure';
import { Quiz } from './quiz';
import { browserLanguage, pattern, wordsOf } from './said';
import { story } from './story';

const { single, multiple, order } = story;

async function openLesson(page: Page, locale: Locale) {
  await page.goto('/');
  await expect(page).toHaveURL(new RegExp(`/${locale}$`));
  const { home } = wordsOf(locale).site;
  await expect(page.getByRole('heading', { name: home.course, exact: true })).toBeVisible();
  await mapShows(page, locale, { begun: false, proven: 0 });
  await page.getByRole('link', { name: lesson.title[locale], exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: lesson.title[locale] })).toBeVisible();
}

/** Predicts, and lets the figure play to the moment of judgement. */
async function predict(page: Page, locale: Locale, id: string, choice: number): Promise<Figure> {
  const { figure, predicting, happened } = asRead(page, locale, id);
  await figure.isAlive();
  await predicting.predicts(choice);
  await figure.segment(figure.words.transport.speed, '16×').click();
  await predicting.says(choice, happened);
  await figure.isPaused();
  return figure;
}

async function deleteAndScale(figure: Figure) {
  const { hands, transport } = figure.words;
  await figure.saysSentence('steady', { subject: 'web', count: 3, of: 3 });
  await figure.segment(transport.speed, '½×').click();
  await figure.button(hands.deletePod).click();
  await figure.menuItem('web-2').click();
  await expect(figure.pod('web-2', { status: 'Terminating' })).toBeVisible();
  await figure.saysSentence('recreating', { subject: 'web-2' });
  await figure.passes(0.4);
  await figure.button(transport.pause).click();
  await figure.isPaused();

  const there = await figure.seconds();
  const back = await figure.secondsAfter(() => figure.button(transport.back).click());
  expect(back).toBeLessThan(there);
  const forward = await figure.secondsAfter(() => figure.button(transport.step).click());
  expect(forward).toBeGreaterThan(back);
  expect(await figure.secondsAfter(() => figure.button(transport.back).click())).toBe(back);

  await figure.segment(transport.speed, '16×').click();
  await figure.button(transport.play).click();
  await expect(figure.pod('web-2', { ready: true })).toBeVisible();
  await expect(figure.pod('web-3')).toHaveCount(0);
  await figure.button(hands.more).click();
  await expect(figure.pod('web-3', { ready: true })).toBeVisible();
  await figure.saysSentence('steady', { subject: 'web', count: 4, of: 4 });
}

async function failReadiness(figure: Figure) {
  const { hands } = figure.words;
  await figure.saysSentence('waitsForReady', { subject: 'web-2', object: 'web-1' });
  await expect(figure.pod('web-2')).toHaveCount(0);
  await figure.button(hands.mend.replace('{pod}', 'web-1')).click();
  await figure.saysSentence('steady', { subject: 'web', count: 3, of: 3 });
  await figure.button(hands.fail).click();
  await figure.menuItem('web-0').click();
  await figure.saysSentence('notReady', { subject: 'web-0' });
  await expect(figure.pod('web-0', { ready: false })).toBeVisible();
  await figure.button(figure.words.transport.undo).click();
  await expect(figure.pod('web-0', { ready: true })).toBeVisible();
}

async function runParallel(figure: Figure) {
  await figure.button(figure.words.transport.reset).click();
  await figure.segment(figure.words.hands.runWith, 'Parallel').click();
  await figure.isPaused();
  await expect(figure.pod('web-1', { ready: false })).toBeVisible();
  await expect(figure.pod('web-2', { ready: true })).toBeVisible();
}

async function solveLab(page: Page, locale: Locale) {
  const figure = new Figure(page, locale, lab);
  const { hands, transport, task } = figure.words;
  const box = page.getByRole('region', { name: lab.title[locale], exact: true });
  await figure.isAlive();
  await figure.segment(hands.image, 'db:v1').click();
  await figure.button(hands.deletePod).click();
  await figure.menuItem('web-2').click();
  await figure.segment(transport.speed, '16×').click();
  await story.reachesGoals(page, locale);
  await box.getByRole('button', { name: task.check, exact: true }).click();
  await expect(box.getByText(pattern(task.solvedIn, { count: 2 }))).toBeVisible();
}

/** One item of each kind: a multiple, a single at the second try, an order. */
async function answerQuiz(page: Page, locale: Locale) {
  const quiz = new Quiz(page, locale);
  const { words } = quiz;
  const answer = () => quiz.button(words.answer).click();
  await quiz.box.scrollIntoViewIfNeeded();

  await quiz.asks(multiple);
  for (const { text, correct } of choicesOf(multiple)) {
    if (correct) await quiz.choice(multiple, text[locale]).check();
  }
  await answer();
  await quiz.hasVerdict(words.verdicts.right);
  await quiz.givesReasons(multiple);
  await quiz.isSaved();

  await quiz.button(words.next).click();
  await quiz.asks(single);
  const choose = (correct: boolean) => {
    const choice = choicesOf(single).find((one) => one.correct === correct);
    return quiz.choice(single, choice?.text[locale] ?? '').check();
  };
  await choose(false);
  await answer();
  await quiz.hasVerdict(words.verdicts.wrong);
  await quiz.givesReasons(single);
  await quiz.button(words.tryAgain).click();
  await choose(true);
  await answer();
  await quiz.hasVerdict(words.verdicts.right);

  await quiz.mark(placeOf(order.id), 'new').click();
  await quiz.asks(order);
  for (const [to, { text }] of rightOrder(order).entries()) {
    const step = plain(text[locale]);
    for (let from = await quiz.rowOf(order, step); from > to; from = await quiz.rowOf(order, step)) {
      await quiz.button(words.order.up.replace('{step}', step)).click();
      await expect(quiz.rows(order).nth(from - 1)).toContainText(step);
    }
  }
  await answer();
  await quiz.hasVerdict(words.verdicts.right);
  await quiz.givesReasons(order);
}

/** It takes half a minute: what the one language shows by mouse, the other shows by keyboard (keyboard.spec). */
const locale = 'en' satisfies Locale;

test.describe(`A reader with a mouse, ${locale}`, () => {
  test.use({ locale: browserLanguage[locale], viewport: { width: 1280, height: 900 } });

  test('reads, predicts, breaks the cluster, solves the lab, answers and finds it all again', async ({
    page,
    browser,
  }) => {
    test.slow();
    await openLesson(page, locale);
    await deleteAndScale(await predict(page, locale, 'who-comes-back', 0));
    const neverReady = await predict(page, locale, 'web-2-never', 0);
    await failReadiness(neverReady);
    await runParallel(neverReady);
    await solveLab(page, locale);
    await answerQuiz(page, locale);

    const saved = await railCounts(page, locale, story.provenSteps);
    expect(await keptBy(page)).toMatchObject(story.kept);
    await page.goto(`/${locale}`);
    await mapShows(page, locale, { begun: true, proven: 2 });

    const storageState = await page.context().storageState();
    await page.context().close();
    const later = await (
      await browser.newContext({ storageState, locale: browserLanguage[locale] })
    ).newPage();
    await later.goto(lessonPath(locale));
    await railCounts(later, locale, saved);
    const quiz = new Quiz(later, locale);
    await quiz.box.scrollIntoViewIfNeeded();
    await expect(quiz.mark(placeOf(multiple.id), 'firstTry')).toBeVisible();
    await expect(quiz.mark(placeOf(single.id), 'later')).toBeVisible();
    await expect(quiz.mark(placeOf(order.id), 'firstTry')).toBeVisible();
    await knowledgeShows(later, locale, {
      firstTry: [placeOf(multiple.id), placeOf(order.id)],
      later: [placeOf(single.id)],
      lab: true,
    });
    await later.context().close();
  });
});
