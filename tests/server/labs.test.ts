import { describe, expect, it } from 'vitest';
import { engineVersion } from '@/lib/cluster/version';
import { getLabs } from '@/lib/course/labs';
import type { Lab } from '@/lib/lab/scenario';
import type { AnswerResult, Progress, PublicQuiz } from '@/lib/quiz/public';
import { dayOf } from '@/lib/server/clock';
import { database } from '@/lib/server/db';
import { mostRuns } from '@/lib/server/lab-runs';
import { Browser, codeOf, freshSite } from './site';

freshSite();

/** The labs of the real course: what is replayed is what a reader has. */
const LESSON = 'statefulset-identity-and-order';
const labs = getLabs(LESSON)?.labs ?? [];
const lab = labs[0] as Lab;
const addressOf = (one: Lab) => `/api/labs/${LESSON}/${one.id}`;
const shortestOf = (one: Lab) => Math.min(...one.solutions.map(({ commands }) => commands.length));
const solution = lab.solutions[0] as Lab['solutions'][number];

describe('a run of a lab', () => {
  const runs = labs.flatMap((one) =>
    one.solutions.map((run, at) => ({ name: `${one.id} #${at}`, one, run })),
  );

  it.each(runs)('that solves it ($name) is kept', async ({ one, run }) => {
    const reader = new Browser();
    const reply = await reader.post(addressOf(one), { commands: run.commands, untilMs: run.untilMs });
    expect([reply.status, reply.body]).toMatchObject([200, { solved: true, shortest: shortestOf(one) }]);
    const { body } = await reader.get<Progress>('/api/progress');
    expect(body.lessons[LESSON]).toMatchObject({ sections: [], labs: [one.id] });
  });

  const shortcuts = labs.flatMap((one) =>
    one.shortcuts.map((run, at) => ({ name: `${one.id} #${at}`, one, run })),
  );

  it.each(shortcuts)(
    'that takes a shortcut ($name) is not, and says which goal it misses',
    async ({ one, run }) => {
      const reader = new Browser();
      const reply = await reader.post(addressOf(one), { commands: run.commands, untilMs: run.untilMs });
      expect([reply.status, reply.body.solved, codeOf(reply)]).toEqual([422, false, 'lab-not-solved']);
      const goals = reply.body.goals as { id: string; state: string }[];
      expect(goals.find((goal) => goal.id === run.fails)?.state).not.toBe('holds');
      expect(reader.cookie).toBeDefined();
      const [kept, ...others] = await database().labRun.findMany();
      expect([others, kept?.solved, JSON.parse(kept?.goals ?? '')]).toEqual([[], false, goals]);
      const { body } = await reader.get<Progress>('/api/progress');
      expect(body.lessons[LESSON]?.labs ?? []).toEqual([]);
    },
  );

  it('that is sent again is one run; another log is another run', async () => {
    const reader = new Browser();
    const check = (untilMs: number) => reader.post(addressOf(lab), { commands: solution.commands, untilMs });
    await check(solution.untilMs);
    await Promise.all(Array.from({ length: 5 }, () => check(solution.untilMs)));
    await check(solution.untilMs + 1_000);
    const rows = await database().labRun.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map((row) => [row.lab, row.solved, row.untilMs, row.engine])).toEqual([
      [lab.id, true, solution.untilMs, engineVersion],
      [lab.id, true, solution.untilMs + 1_000, engineVersion],
    ]);
    expect(JSON.parse(rows[0]?.commands ?? '')).toEqual(solution.commands);
    const { body } = await reader.get<Progress>('/api/progress');
    expect(body.lessons[LESSON]?.labs).toEqual([lab.id]);
  });

  it('is kept no more after 500 others, unless it is the first that solves the lab', async () => {
    const reader = new Browser();
    const check = (untilMs: number, commands: unknown = solution.commands) =>
      reader.post(addressOf(lab), { commands, untilMs });
    await check(lab.openAtMs, []);
    const { learnerId } = await database().labRun.findFirstOrThrow();
    const run = { learnerId, lesson: LESSON, lab: lab.id, commands: '[]', solved: false };
    await database().labRun.createMany({
      data: Array.from({ length: mostRuns }, (_, untilMs) => ({ ...run, untilMs })),
    });
    expect((await check(lab.openAtMs + 1, [])).status).toBe(422);
    expect((await check(solution.untilMs)).status).toBe(200);
    expect((await check(solution.untilMs + 1_000)).status).toBe(200);
    expect(await database().labRun.count()).toBe(mostRuns + 2);
    expect(await database().labRun.count({ where: { solved: true } })).toBe(1);
  });

  it('without any command is not solved', async () => {
    const reply = await new Browser().post(addressOf(lab), { commands: [], untilMs: lab.openAtMs });
    expect([reply.status, codeOf(reply)]).toEqual([422, 'lab-not-solved']);
  });

  it('of a lab that is not there is 404', async () => {
    const run = { commands: [], untilMs: 0 };
    const reply = await new Browser().post(`/api/labs/${LESSON}/no-such`, run);
    expect([reply.status, codeOf(reply)]).toEqual([404, 'unknown-lab']);
  });
});

describe('a log', () => {
  const timed = (command: object, atMs = lab.openAtMs) => ({
    commands: [{ atMs, command }],
    untilMs: lab.openAtMs + 1_000,
  });
  const scale = { verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 2 };
  const patch = (body: object) => ({ verb: 'patch', kind: 'StatefulSet', name: 'web', type: 'merge', body });

  const deep = (levels: number): object => (levels === 0 ? {} : { spec: deep(levels - 1) });

  it.each([
    [
      '501 commands',
      { commands: Array.from({ length: 501 }, () => ({ atMs: 0, command: scale })), untilMs: 1 },
    ],
    ['more than an hour', { commands: [], untilMs: 3_600_001 }],
    ['a time below 0', { commands: [], untilMs: -1 }],
    ['a broken time', timed(scale, 0.5)],
    ['an unknown verb', timed({ verb: 'solve' })],
    ['an object to apply that names no kind', timed({ verb: 'apply', object: { metadata: { name: 'x' } } })],
    ['no command at all', timed(null as never)],
    ['a word of the kubelet', timed({ verb: 'kubelet', act: 'ready', pod: 'web-0' })],
    ['half a replica', timed({ ...scale, replicas: 2.5 })],
    ['a command deeper than a manifest', timed(patch(deep(41)))],
    ['an extra field', { ...timed(scale), solved: true }],
  ])('with %s is refused before it is played', async (_, body) => {
    const reply = await new Browser().post(addressOf(lab), body);
    expect([reply.status, codeOf(reply)]).toEqual([400, 'invalid-body']);
  });

  it.each([
    ['101 replicas', { ...scale, replicas: 101 }],
    ['101 replicas by a patch', patch({ spec: { replicas: 101 } })],
    ['a fault that the lab does not offer', { verb: 'crash', pod: 'web-0' }],
  ])('with %s is refused by the replay, which says why', async (_, command) => {
    const reply = await new Browser().post(addressOf(lab), timed(command));
    expect([reply.status, codeOf(reply), reply.body.goals]).toEqual([422, 'lab-not-solved', []]);
    expect(reply.body.refused).toMatch(/no hand|at most 100 replicas/);
  });

  it.each([
    ['an annotation', patch({ metadata: { annotations: { note: 'tried' } } })],
    [
      'an object of its own',
      {
        verb: 'apply',
        object: {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'x', namespace: 'default' },
          data: { a: 'b' },
        },
      },
    ],
  ])('of a lab with kubectl may hold %s: whatever was typed is played', async (_, command) => {
    expect(lab.hands).toContain('kubectl');
    const [first, ...rest] = solution.commands;
    const atMs = first?.atMs ?? lab.openAtMs;
    const commands = [{ atMs, command }, ...(first ? [first] : []), ...rest];
    const reply = await new Browser().post(addressOf(lab), { commands, untilMs: solution.untilMs });
    expect([reply.status, reply.body]).toMatchObject([200, { solved: true, shortest: shortestOf(lab) }]);
  });
});

describe('a lab that the quiz asks', () => {
  const item = 'free-the-rollout';
  const asked = labs.find(({ id }) => id === item) as Lab;
  const [shortcut] = asked.shortcuts as [Lab['shortcuts'][number]];
  const [solved] = asked.solutions as [Lab['solutions'][number]];
  type Checked = { readonly result: AnswerResult; readonly error?: unknown };
  const check = (reader: Browser, { commands, untilMs }: typeof solved | typeof shortcut, more = {}) =>
    reader.post<Checked>(`${addressOf(asked)}?locale=en`, { commands, untilMs, ...more });
  const quizItem = async (reader: Browser) => {
    const { body } = await reader.get<PublicQuiz>(`/api/quiz/${LESSON}?locale=en`);
    return body.items.find(({ id }) => id === item);
  };
  const later = (run: typeof solved, ms: number) => ({ ...run, untilMs: run.untilMs + ms });

  it('is answered by a check, which begins the attempt and tells what the quiz shows then', async () => {
    const reader = new Browser();
    const { body } = await check(reader, solved, { utcOffsetMinutes: 60 });
    expect(body.result).toMatchObject({ item, correct: true, points: 1, state: 'firstTry', options: [] });
    expect(body.result.goals?.map(({ met }) => met)).toEqual(asked.goals.map(() => true));
    expect(await quizItem(reader)).toMatchObject({ state: 'firstTry', tryNumber: 1, result: body.result });
    const [row] = await database().answer.findMany();
    expect(row).toMatchObject({ item, concept: 'statefulset-stuck', variant: null, sure: false });
    expect(row?.day).toBe(dayOf(row?.createdAt as Date, 60));
    expect(await database().reviewLog.count()).toBe(1);
    expect(body.result.dueDay).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('that misses a goal has the points of those that hold, and its concept is not rated', async () => {
    const reader = new Browser();
    const { status, body } = await check(reader, shortcut);
    const goals = body.result.goals?.map(({ met }) => met) ?? [];
    expect([status, body.result.correct, body.result.state]).toEqual([422, false, 'wrong']);
    expect(body.result.points).toBeCloseTo(goals.filter(Boolean).length / goals.length);
    expect(body.result).not.toHaveProperty('dueDay');
    expect(await quizItem(reader)).toMatchObject({ state: 'wrong', tryNumber: 2 });
    expect(await database().reviewLog.count()).toBe(0);
    expect((await check(reader, solved)).body.result).toMatchObject({ correct: true, state: 'later' });
  });

  it('counts each different run as one try, and none after one that solves it', async () => {
    const reader = new Browser();
    const first = await check(reader, shortcut);
    const again = await Promise.all(Array.from({ length: 10 }, () => check(reader, shortcut)));
    for (const { body } of again) expect(body).toEqual(first.body);
    const runs = Array.from({ length: 5 }, (_, at) => later(solved, at * 1_000));
    const results = (await Promise.all(runs.map((run) => check(reader, run)))).map(({ body }) => body.result);
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    await check(reader, { ...shortcut, untilMs: shortcut.untilMs + 1_000 });
    const rows = await database().answer.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ tryNumber, correct }) => [tryNumber, correct])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await database().reviewLog.count()).toBe(1);
  });

  it('of different runs at once gives each a try of its own', async () => {
    const reader = new Browser();
    await quizItem(reader);
    const runs = Array.from({ length: 10 }, (_, at) => ({ ...shortcut, untilMs: shortcut.untilMs + at }));
    const replies = await Promise.all(runs.map((run) => check(reader, run)));
    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(422));
    const rows = await database().answer.findMany({ orderBy: { tryNumber: 'asc' } });
    expect(rows.map(({ tryNumber }) => tryNumber)).toEqual(runs.map((_, at) => at + 1));
  });

  it('is not answered by a log that is forged or impossible, nor by words', async () => {
    const reader = new Browser();
    const { body: quiz } = await reader.get<PublicQuiz>(`/api/quiz/${LESSON}?locale=en`);
    const atMs = asked.openAtMs;
    const impossible = { commands: [{ atMs, command: { verb: 'crash', pod: 'web-0' } }], untilMs: atMs };
    const own = { attempt: quiz.attempt, item, tryNumber: 1, sure: true, submission: 'submission-1' };
    const replies = [
      await check(reader, impossible as never),
      await check(reader, solved, { solved: true }),
      await check(reader, solved, { result: { correct: true } }),
      await reader.post(`/api/quiz/${LESSON}/answers`, { ...own, response: [0, 1, 2] }),
    ];
    expect(replies.map(codeOf)).toEqual([
      'lab-not-solved',
      'invalid-body',
      'invalid-body',
      'answered-by-log',
    ]);
    expect(await database().answer.count()).toBe(0);
  });

  it('keeps no more than 500 tries, unless one solves it', async () => {
    const reader = new Browser();
    const { body: quiz } = await reader.get<PublicQuiz>(`/api/quiz/${LESSON}?locale=en`);
    const row = { attemptId: quiz.attempt, item, response: '[]', shown: '[]', sure: false, points: 0 };
    await database().answer.createMany({
      data: Array.from({ length: mostRuns }, (_, at) => ({
        ...row,
        tryNumber: at + 1,
        submission: `old-${at}`,
        correct: false,
      })),
    });
    expect((await check(reader, shortcut)).status).toBe(422);
    expect(await database().answer.count()).toBe(mostRuns);
    expect((await check(reader, solved)).body.result).toMatchObject({ correct: true, state: 'later' });
    expect(await database().answer.count()).toBe(mostRuns + 1);
  });

  it('of a learner who is deleted meanwhile leaves nothing of them', async () => {
    const reader = new Browser();
    await quizItem(reader);
    const learnerId = reader.learner();
    const checks = [check(reader, solved), check(reader, shortcut)];
    const gone = reader.delete('/api/progress');
    const replies = await Promise.all(checks);
    await gone;
    for (const { status } of replies) expect([200, 409, 422]).toContain(status);
    const { learner, attempt, labRun, reviewCard } = database();
    const counts = [attempt, labRun, reviewCard].map((table) =>
      (table as typeof attempt).count({ where: { learnerId } }),
    );
    expect(await Promise.all([learner.count({ where: { id: learnerId } }), ...counts])).toEqual([0, 0, 0, 0]);
  });
});
