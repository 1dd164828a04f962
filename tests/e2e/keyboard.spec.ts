import { expect, test } from '@playwright/test';
import { accountWords } from '@/app/_ui/account/words';
import { classWords } from '@/app/_ui/class/words';
import { reviewWords } from '@/app/_ui/review/words';
import type { Locale } from '@/lib/text';
import { lab, lesson, lessonPath, placeOf, plain, rightOrder, scenario } from './content';
import { keptBy, mapShows, railCounts } from './course-progress';
import { asRead, Figure } from './figure';
import { Keyboard } from './keyboard';
import { Quiz } from './quiz';
import { browserLanguage, pattern, wordsOf } from './said';
import { story } from './story';

const { single, multiple, order } = story;

async function openLesson(keys: Keyboard, locale: Locale) {
  const { page } = keys;
  await page.goto('/');
  await expect(page).toHaveURL(new RegExp(`/${locale}$`));
  await keys.tabTo(page.getByRole('link', { name: wordsOf(locale).site.skip, exact: true }));
  await keys.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await keys.use(page.getByRole('link', { name: lesson.title[locale], exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: lesson.title[locale] })).toBeVisible();
}

/** Chooses with Space and predicts with Enter, then hurries the figure on with its own keys. */
async function predict(keys: Keyboard, locale: Locale, id: string): Promise<Figure> {
  const { figure, predicting, happened } = asRead(keys.page, locale, id);
  await figure.isAlive();
  await keys.tabTo(predicting.box);
  await keys.press('Space');
  await expect(predicting.choice(0)).toBeChecked();
  await keys.press('Enter');
  await keys.tabTo(figure.box);
  await keys.press(']', 2);
  await expect(figure.segment(figure.words.transport.speed, '16×')).toBeChecked();
  await predicting.says(0, happened);
  await figure.isPaused();
  return figure;
}

async function deleteAndScale(keys: Keyboard, figure: Figure) {
  const { hands, transport } = figure.words;
  await keys.press('[', 3);
  await expect(figure.segment(transport.speed, '½×')).toBeChecked();
  await keys.use(figure.button(hands.deletePod));
  await expect(figure.menuItem('web-0')).toBeFocused();
  await keys.isSeen();
  await keys.downTo(figure.menuItem('web-2'));
  await keys.press('Enter');
  await expect(figure.pod('web-2', { status: 'Terminating' })).toBeVisible();
  await figure.saysSentence('recreating', { subject: 'web-2' });
  await figure.passes(0.4);

  const back = await figure.secondsAfter(() => keys.press('ArrowLeft'));
  await figure.isPaused();
  const forward = await figure.secondsAfter(() => keys.press('ArrowRight'));
  expect(forward).toBeGreaterThan(back);
  await keys.press('ArrowLeft');
  await expect.poll(() => figure.seconds()).toBe(back);

  await keys.press(']', 3);
  await keys.use(figure.button(transport.play));
  await expect(figure.pod('web-2', { ready: true })).toBeVisible();
  await keys.use(figure.button(hands.more), 'Shift+Tab');
  await expect(figure.pod('web-3', { ready: true })).toBeVisible();
  await figure.saysSentence('steady', { subject: 'web', count: 4, of: 4 });
}

async function failReadiness(keys: Keyboard, figure: Figure) {
  const { hands } = figure.words;
  await figure.saysSentence('waitsForReady', { subject: 'web-2', object: 'web-1' });
  await keys.use(figure.button(hands.mend.replace('{pod}', 'web-1')));
  await figure.saysSentence('steady', { subject: 'web', count: 3, of: 3 });
  await keys.tabTo(figure.time);
  await keys.use(figure.button(hands.fail), 'Shift+Tab');
  await expect(figure.menuItem('web-0')).toBeFocused();
  await keys.press('Enter');
  await figure.saysSentence('notReady', { subject: 'web-0' });
  await expect(figure.pod('web-0', { ready: false })).toBeVisible();
  await keys.tabTo(figure.time);
  await keys.press('Control+z');
  await expect(figure.pod('web-0', { ready: true })).toBeVisible();
}

async function runParallel(keys: Keyboard, figure: Figure) {
  const { hands, transport } = figure.words;
  await keys.use(figure.button(transport.reset));
  await keys.tabTo(figure.box.getByRole('radiogroup', { name: hands.runWith, exact: true }), 'Shift+Tab');
  await keys.press('ArrowRight');
  await expect(figure.segment(hands.runWith, 'Parallel')).not.toBeChecked();
  await keys.press('Space');
  await expect(figure.segment(hands.runWith, 'Parallel')).toBeChecked();
  await figure.isPaused();
  await expect(figure.pod('web-1', { ready: false })).toBeVisible();
  await expect(figure.pod('web-2', { ready: true })).toBeVisible();
}

/** From `db:broken`, the last of the three images, the arrow to the right leads round to `db:v1`. */
async function solveLab(keys: Keyboard, locale: Locale) {
  const figure = new Figure(keys.page, locale, lab);
  const { hands, task } = figure.words;
  const box = keys.page.getByRole('region', { name: lab.title[locale], exact: true });
  await figure.isAlive();
  await keys.tabTo(figure.box.getByRole('radiogroup', { name: hands.image, exact: true }));
  await keys.press('ArrowRight');
  await keys.press('Enter');
  await expect(figure.segment(hands.image, 'db:v1')).toBeChecked();
  await keys.use(figure.button(hands.deletePod));
  await expect(figure.menuItem('web-0')).toBeFocused();
  await keys.downTo(figure.menuItem('web-2'));
  await keys.press('Enter');
  await keys.press(']', 2);
  await story.reachesGoals(keys.page, locale);
  await keys.use(box.getByRole('button', { name: task.check, exact: true }));
  await expect(box.getByText(pattern(task.solvedIn, { count: 2 }))).toBeVisible();
}

/** Numbers choose, Enter answers and goes on. */
async function answerChoices(keys: Keyboard, quiz: Quiz) {
  const { words } = quiz;
  await quiz.asks(multiple);
  await keys.tabTo(quiz.box);
  for (const place of await quiz.placesOf(multiple, ({ correct }) => correct))
    await keys.press(`${place + 1}`);
  await keys.press('s');
  await expect(quiz.box.getByRole('radio', { name: words.sure, exact: true })).toBeChecked();
  await keys.tabTo(quiz.lines(multiple).first());
  await keys.press('Enter');
  await quiz.hasVerdict(words.verdicts.right);
  await quiz.givesReasons(multiple);
  await expect(quiz.box.getByRole('heading', { name: words.verdicts.right, exact: true })).toBeFocused();
  await keys.press('Enter');

  await quiz.asks(single);
  const [wrong = 0] = await quiz.placesOf(single, ({ correct }) => !correct);
  await keys.press(`${wrong + 1}`);
  await keys.press('Enter');
  await quiz.hasVerdict(words.verdicts.wrong);
  await quiz.givesReasons(single);
  await keys.use(quiz.button(words.tryAgain));
  const [right = 0] = await quiz.placesOf(single, ({ correct }) => correct);
  await keys.press(`${right + 1}`);
  await keys.press('Enter');
  await quiz.hasVerdict(words.verdicts.right);
}

/** A number goes to a step, Space picks it up and puts it down, arrows move it. */
async function answerOrder(keys: Keyboard, quiz: Quiz) {
  const { words, locale } = quiz;
  await keys.use(quiz.mark(placeOf(order.id), 'new'), 'Shift+Tab');
  await quiz.asks(order);
  for (const [to, { text }] of rightOrder(order).entries()) {
    const step = plain(text[locale]);
    const from = await quiz.rowOf(order, step);
    const { length } = rightOrder(order);
    await keys.press(`${from + 1}`);
    await keys.isSeen();
    await keys.press('Space');
    await expect(
      quiz.box.getByText(pattern(words.order.pickedUp, { step, n: from + 1, of: length })),
    ).toBeVisible();
    await keys.press('ArrowUp', from - to);
    await keys.press('Space');
    await expect(
      quiz.box.getByText(pattern(words.order.putDown, { step, n: to + 1, of: length })),
    ).toBeVisible();
  }
  await keys.use(quiz.button(words.answer));
  await quiz.hasVerdict(words.verdicts.right);
  await quiz.givesReasons(order);
}

/** Each takes a minute or so: what the one language shows by keyboard, the other shows by mouse (story.spec). */
const languageOf = { story: 'zh', walk: 'en' } as const satisfies Record<string, Locale>;

test.describe('A reader with a keyboard alone', () => {
  test.use({ viewport: { width: 1280, height: 900 } });

  test.describe(languageOf.story, () => {
    const locale = languageOf.story;
    test.use({ locale: browserLanguage[locale] });

    test('predicts, breaks the cluster, solves the lab, answers, and always sees the focus', async ({
      page,
    }) => {
      test.slow();
      const keys = new Keyboard(page);
      await openLesson(keys, locale);
      await deleteAndScale(keys, await predict(keys, locale, 'who-comes-back'));
      const neverReady = await predict(keys, locale, 'web-2-never');
      await failReadiness(keys, neverReady);
      await runParallel(keys, neverReady);
      await solveLab(keys, locale);
      const quiz = new Quiz(page, locale);
      await answerChoices(keys, quiz);
      await answerOrder(keys, quiz);

      await railCounts(page, locale, story.provenSteps);
      expect(await keptBy(page)).toMatchObject(story.kept);
      await page.goto(`/${locale}`);
      await mapShows(page, locale, { begun: true, proven: 2 });
    });
  });

  test.describe(languageOf.walk, () => {
    const locale = languageOf.walk;
    test.use({ locale: browserLanguage[locale] });

    test('leaves a figure with Escape', async ({ page }) => {
      await page.goto(`/${locale}`);
      const keys = new Keyboard(page);
      const figure = new Figure(page, locale, scenario('delete-one'));
      await figure.isAlive();
      const isInside = () => figure.box.evaluate((box) => box.contains(document.activeElement));
      await keys.tabTo(figure.button(figure.words.transport.play));
      await keys.press('Escape');
      expect(await isInside()).toBe(false);
      await keys.press('Tab');
      expect(await isInside()).toBe(false);
      await keys.isSeen();
    });

    test('walks with Tab through the whole lesson and out of it', async ({ page }) => {
      test.slow();
      await page.goto(lessonPath(locale));
      const skip = page.getByRole('link', { name: wordsOf(locale).site.skip, exact: true });
      const passed = await new Keyboard(page).walk(skip);
      const figures = await page.getByRole('figure').count();
      expect(passed.filter((name) => name.startsWith('figure')).length).toBe(figures);
    });

    test('walks with Tab through the pages of review, account and classes and out of them', async ({
      page,
    }) => {
      for (const [address, stop] of [
        ['/review', reviewWords[locale].empty],
        ['/sign-in', accountWords[locale].form.emailHint],
        ['/teach', classWords[locale].teach.lead],
        ['/join', classWords[locale].join.codeHelp],
        ['/progress', wordsOf(locale).site.progress.empty],
      ] as const) {
        await page.goto(`/${locale}${address}`);
        await expect(page.getByText(stop, { exact: true })).toBeVisible();
        const skip = page.getByRole('link', { name: wordsOf(locale).site.skip, exact: true });
        const passed = await new Keyboard(page).walk(skip);
        expect(passed.length, address).toBeGreaterThan(8);
      }
    });
  });
});
