import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import type { AnswerResult, PublicQuiz } from '@/lib/quiz/public';
import { freePort } from '../../bin/steps/port.mjs';
import { choicesOf, content, lab, lessonPath, placeOf, root } from './content';
import { knowledgeShows, mapShows, railCounts } from './course-progress';
import { browserLanguage } from './said';
import { story } from './story';

let server: ChildProcess | undefined;

test.afterEach(async () => {
  if (server !== undefined) await stop(server);
});

/** Another server of the same build over the tests' own database. */
async function start(port: number): Promise<ChildProcess> {
  const data = process.env.PODIUM_E2E_DATA;
  if (!data)
    throw new Error('PODIUM_E2E_DATA must name the folder of the database, as playwright.config.ts does');
  const child = spawn(process.execPath, ['bin/e2e-server.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATABASE_URL: `file:${path.join(data, 'podium.db')}` },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  server = child;
  const status = () =>
    child.exitCode !== null
      ? `ended with ${child.exitCode}`
      : fetch(`http://localhost:${port}/en`).then(
          (response) => response.status,
          () => 'no answer yet',
        );
  await expect.poll(status, { message: 'the server answers', timeout: 30_000 }).toBe(200);
  return child;
}

/** Asks the server to end; it does so by itself, without a fault. */
async function stop(child: ChildProcess) {
  server = undefined;
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}

async function answerRightly(request: APIRequestContext) {
  const address = `/api/quiz/${content.slug}`;
  const { attempt, items } = (await (await request.get(`${address}?locale=en`)).json()) as PublicQuiz;
  const asked = items.find(({ id }) => id === story.single.id);
  const right = choicesOf(story.single).filter(({ correct }) => correct);
  const places = right.map(({ text }) => asked?.options.findIndex((option) => option.text === text.en));
  const answer = {
    attempt,
    item: story.single.id,
    tryNumber: 1,
    response: places,
    sure: true,
    submission: 'before-the-restart',
  };
  const result = (await (await request.post(`${address}/answers`, { data: answer })).json()) as AnswerResult;
  expect(result.correct).toBe(true);
  const solved = await request.post(`/api/labs/${content.slug}/${lab.id}`, { data: lab.solutions[0] });
  expect(solved.status()).toBe(200);
}

test('A reader finds the progress again after the server was stopped and started anew', async ({
  browser,
}) => {
  test.slow();
  const port = await freePort();
  const first = await start(port);
  const context = await browser.newContext({
    baseURL: `http://localhost:${port}`,
    locale: browserLanguage.en,
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  await answerRightly(context.request);
  await page.goto('/en');
  await mapShows(page, 'en', { begun: true, proven: 2 });
  await stop(first);
  await expect(context.request.get('/api/progress')).rejects.toThrow();

  const second = await start(port);
  expect(second.pid).not.toBe(first.pid);
  await page.goto('/en');
  await mapShows(page, 'en', { begun: true, proven: 2 });
  await page.goto(lessonPath('en'));
  await railCounts(page, 'en', 2);
  await knowledgeShows(page, 'en', { firstTry: [placeOf(story.single.id)], later: [], lab: true });
  await context.close();
});
