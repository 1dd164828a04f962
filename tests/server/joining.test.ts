import { describe, expect, it } from 'vitest';
import { createClassroom } from '@/lib/server/classes';
import { database } from '@/lib/server/db';
import { codeToShow, codeTyped, createJoinCode, joinCodes, revokeJoinCode } from '@/lib/server/join-codes';
import { JoinDoors } from '@/lib/server/join-doors';
import { classOfCode, comeBack, joinClass, learnerOfWords } from '@/lib/server/joining';
import { mergeLearners } from '@/lib/server/merge';
import { newPhrase, phraseHash } from '@/lib/server/recovery';
import { recoveryWords } from '@/lib/server/recovery-words';
import { dump } from './everything';
import { freshSite } from './site';

const site = freshSite();

const NOW = new Date('2026-11-26T08:00:00.000Z');
const inDays = (days: number) => new Date(Number(NOW) + days * 24 * 60 * 60 * 1_000);
const refused = (code: string) => expect.objectContaining({ name: 'Refusal', code });

async function putLearners(...ids: string[]): Promise<void> {
  for (const id of ids) {
    await database().learner.create({ data: { id, kind: id === 'owner' ? 'account' : 'anonymous' } });
  }
}

async function putClass(options = {}): Promise<{ classroom: string; code: string; id: string }> {
  await putLearners('owner');
  const classroom = (await createClassroom('owner', 'Class 7b')).id;
  return { classroom, ...(await createJoinCode('owner', classroom, { days: 7, ...options }, NOW)) };
}

describe('making a class', () => {
  it.each(['anonymous', 'class'])('needs an account: a learner of kind %s is refused', async (kind) => {
    await database().learner.create({ data: { id: 'somebody', kind } });
    await expect(createClassroom('somebody', 'x')).rejects.toEqual(refused('account-needed'));
    await expect(createClassroom(undefined, 'x')).rejects.toEqual(refused('account-needed'));
    await expect(createClassroom('nobody', 'x')).rejects.toEqual(refused('account-needed'));
    expect(await database().classroom.count()).toBe(0);
  });

  it.each([
    ['  Class \t 7b ', 'Class 7b'],
    ['七年级\u200b一班', '七年级一班'],
    ['\u202eevil', 'evil'],
    ['👩\u200d🚀', '👩\u200d🚀'],
    ['x'.repeat(80), 'x'.repeat(80)],
  ])('tidies its name: %j', async (given, kept) => {
    await putLearners('owner');
    expect((await createClassroom('owner', given)).name).toBe(kept);
  });

  it.each(['', '   ', '\u200b', '\u200d', 'x'.repeat(81)])('refuses the name %j', async (name) => {
    await putLearners('owner');
    await expect(createClassroom('owner', name)).rejects.toEqual(refused('bad-name'));
  });
});

describe('a join code', () => {
  it('has eight characters of Crockford’s alphabet, is shown once and is kept nowhere', async () => {
    const { code, classroom } = await putClass();
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    const kept = JSON.stringify(dump(site.file));
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(code.replace('-', ''));
    expect(JSON.stringify(await joinCodes('owner', classroom))).not.toContain(code);
  });

  it.each([
    ['K7QM-2XWR', 'K7QM2XWR'],
    [' k7qm 2xwr ', 'K7QM2XWR'],
    ['k7qm–2xwr', 'K7QM2XWR'],
    ['Ｋ７ＱＭ２ＸＷＲ', 'K7QM2XWR'],
    ['OoIiLl00', '00111100'],
    ['K7QM2XW', undefined],
    ['K7QM2XWRR', undefined],
    ['K7QM2XWU', undefined],
    ['', undefined],
    ['K7QM2XW%', undefined],
  ])('typed as %j is %j', (typed, code) => expect(codeTyped(typed)).toBe(code));

  it('is shown in two halves', () => expect(codeToShow('K7QM2XWR')).toBe('K7QM-2XWR'));

  it.each([
    { days: 0 },
    { days: 366 },
    { days: Number.NaN },
    { days: 1, maxUses: 0 },
    { days: 1, maxUses: 1.5 },
  ])('for %j is refused', async (options) => {
    const { classroom } = await putClass();
    await expect(createJoinCode('owner', classroom, options)).rejects.toEqual(refused('invalid-body'));
  });

  it('leads to the name of its class until it ends, is revoked or used up; then it is as unknown as any', async () => {
    const { code, classroom, id } = await putClass({ maxUses: 1 });
    await putLearners('ann', 'bo');
    expect(await classOfCode(code, inDays(6.9))).toEqual({ name: 'Class 7b' });
    await expect(classOfCode(code, inDays(7))).rejects.toEqual(refused('unknown-code'));
    await expect(classOfCode('00000000', NOW)).rejects.toEqual(refused('unknown-code'));
    await joinClass('ann', code, 'Ann', NOW);
    await expect(joinClass('bo', code, 'Bo', NOW)).rejects.toEqual(refused('unknown-code'));
    const other = await createJoinCode('owner', classroom, { days: 7 }, NOW);
    await revokeJoinCode('owner', classroom, other.id, NOW);
    await revokeJoinCode('owner', classroom, other.id, inDays(1));
    await expect(joinClass('bo', other.code, 'Bo', NOW)).rejects.toEqual(refused('unknown-code'));
    const codes = await joinCodes('owner', classroom);
    expect(codes.find((one) => one.id === other.id)?.state).toBe('ended');
    expect(codes.find((one) => one.id === id)?.uses).toBe(1);
  });

  it('for one learner lets one in when two come at once', async () => {
    const { code } = await putClass({ maxUses: 1 });
    await putLearners('ann', 'bo');
    const both = await Promise.allSettled([
      joinClass('ann', code, 'Ann', NOW),
      joinClass('bo', code, 'Bo', NOW),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await database().enrollment.count()).toBe(1);
    expect(await database().joinCode.findMany()).toMatchObject([{ uses: 1 }]);
  });
});

describe('joining a class', () => {
  it('needs a nickname and nothing else; an anonymous learner is one of a class then, an account stays one', async () => {
    const { code, classroom } = await putClass();
    await putLearners('ann');
    const joined = await joinClass('ann', code, '  Ann  of 7b ', NOW);
    expect(joined).toMatchObject({ classroom, className: 'Class 7b', nickname: 'Ann of 7b' });
    await joinClass('owner', code, 'Me', NOW);
    const kinds = await database().learner.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, kind: true },
    });
    expect(kinds).toEqual([
      { id: 'ann', kind: 'class' },
      { id: 'owner', kind: 'account' },
    ]);
  });

  it('ten times at once is once: one place, one use, words shown once', async () => {
    const { code } = await putClass();
    await putLearners('ann');
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, at) => joinClass('ann', code, `Ann ${at}`, NOW)),
    );
    expect(new Set(all.map(({ nickname }) => nickname)).size).toBe(1);
    expect(all.filter(({ words }) => words !== undefined)).toHaveLength(1);
    expect(await database().enrollment.count()).toBe(1);
    expect(await database().joinCode.findMany()).toMatchObject([{ uses: 1 }]);
  });

  it.each(['ann', 'ANN ', 'Ａｎｎ', 'A\u200bnn', 'An\u200dn'])(
    'under the nickname %j is refused when Ann is there, and uses nothing up',
    async (nickname) => {
      const { code } = await putClass();
      await putLearners('ann', 'bo');
      await joinClass('ann', code, 'Ann', NOW);
      await expect(joinClass('bo', code, nickname, NOW)).rejects.toEqual(refused('nickname-taken'));
      expect(await database().joinCode.findMany()).toMatchObject([{ uses: 1 }]);
      expect(await database().learner.findUnique({ where: { id: 'bo' } })).toMatchObject({
        kind: 'anonymous',
      });
    },
  );

  it.each(['', ' ', 'x'.repeat(31)])('under the nickname %j is refused', async (nickname) => {
    const { code } = await putClass();
    await putLearners('ann');
    await expect(joinClass('ann', code, nickname, NOW)).rejects.toEqual(refused('bad-name'));
  });

  it('of thirty at once lets all thirty in', async () => {
    const { code } = await putClass();
    const ids = Array.from({ length: 30 }, (_, at) => `learner-${at}`);
    await putLearners(...ids);
    await Promise.all(ids.map((id) => joinClass(id, code, id, NOW)));
    expect(await database().enrollment.count()).toBe(30);
    expect(await database().joinCode.findMany()).toMatchObject([{ uses: 30 }]);
  });
});

describe('the words to come back with', () => {
  it('are drawn from 1,024 different short words, of which none begins another', () => {
    expect(recoveryWords).toHaveLength(1_024);
    expect(new Set(recoveryWords).size).toBe(1_024);
    for (const word of recoveryWords) expect(word).toMatch(/^[a-z]{3,9}$/);
    const begins = recoveryWords.filter((word) =>
      recoveryWords.some((one) => one !== word && one.startsWith(word)),
    );
    expect(begins).toEqual([]);
  });

  it('are four, and hardly ever the same', () => {
    const phrases = Array.from({ length: 500 }, newPhrase);
    expect(new Set(phrases).size).toBe(500);
    for (const phrase of phrases) expect(phrase.split(' ')).toHaveLength(4);
  });

  it('lead to the learner in any case and with any marks between them, and are kept nowhere', async () => {
    const { code } = await putClass();
    await putLearners('ann');
    const { words = '' } = await joinClass('ann', code, 'Ann', NOW);
    for (const typed of [
      words,
      ` ${words.toUpperCase()} `,
      words.replaceAll(' ', ', '),
      words.replaceAll(' ', '-'),
    ])
      expect(await learnerOfWords(typed)).toBe('ann');
    const [first = '', second = '', ...rest] = words.split(' ');
    const others = [
      '',
      words.slice(1),
      `${words} apple`,
      rest.join(' '),
      ...(first === second ? [] : [[second, first, ...rest].join(' ')]),
      newPhrase(),
    ];
    for (const typed of others) expect(await learnerOfWords(typed)).toBeUndefined();
    expect(JSON.stringify(dump(site.file))).not.toContain(words);
  });

  it('have hashes that need the site’s secret', async () => {
    const [phrase, before] = ['apple apricot arch arena', phraseHash('apple apricot arch arena')];
    process.env.PODIUM_SECRET = 'another secret of the site';
    expect(phraseHash(phrase)).not.toBe(before);
  });

  const putBrowser = async (kind: string) => {
    const { code } = await putClass();
    await putLearners('ann');
    const { words = '' } = await joinClass('ann', code, 'Ann', NOW);
    await database().learner.create({ data: { id: 'browser', kind } });
    return words;
  };
  const read = (learnerId: string) =>
    database().sectionRead.create({ data: { learnerId, lesson: 'pods', section: 'x' } });

  it('typed at a browser where something was done ask first, change nothing until then, and do as they are told', async () => {
    const words = await putBrowser('anonymous');
    await read('browser');
    const before = dump(site.file);
    expect(await comeBack('browser', words)).toEqual({ asks: { answers: 0, sections: 1, labs: 0 } });
    expect(dump(site.file)).toEqual(before);
    expect(await comeBack('browser', words, false)).toEqual({ learner: 'ann', wasOther: true });
    expect(dump(site.file)).toEqual(before);
    expect(await comeBack('browser', words, true)).toEqual({ learner: 'ann', wasOther: false });
    expect(await database().sectionRead.findMany()).toMatchObject([{ learnerId: 'ann' }]);
    expect(await comeBack('ann', words)).toEqual({ learner: 'ann', wasOther: false });
    expect(await comeBack(undefined, words)).toEqual({ learner: 'ann', wasOther: false });
  });

  it('typed at a browser where nothing was done ask nothing', async () => {
    const words = await putBrowser('anonymous');
    expect(await comeBack('browser', words)).toEqual({ learner: 'ann', wasOther: false });
  });

  it('typed at a browser of another learner of a class take nothing along, whatever is said', async () => {
    const words = await putBrowser('class');
    await read('browser');
    expect(await comeBack('browser', words, true)).toEqual({ learner: 'ann', wasOther: true });
    expect(await database().sectionRead.findMany()).toMatchObject([{ learnerId: 'browser' }]);
  });

  it('typed where an account is signed in are refused: it would hide who came back', async () => {
    const words = await putBrowser('account');
    await expect(comeBack('browser', words)).rejects.toEqual(refused('signed-in'));
  });

  it('lead into no account: of a learner who has one by now they are refused', async () => {
    const words = await putBrowser('anonymous');
    await database().learner.update({ where: { id: 'ann' }, data: { kind: 'account' } });
    await expect(comeBack('browser', words)).rejects.toEqual(refused('words-of-account'));
    await expect(comeBack(undefined, words, true)).rejects.toEqual(refused('words-of-account'));
  });

  it('are not given to who has an account', async () => {
    const { code } = await putClass();
    expect(await joinClass('owner', code, 'Me', NOW)).not.toHaveProperty('words');
    expect(await database().recoveryWords.count()).toBe(0);
  });

  it('that lead to nobody are refused, and count as a wrong try', async () => {
    const keeper = new JoinDoors();
    const guess = () =>
      keeper.guard(
        'evil',
        newPhrase(),
        () => comeBack(undefined, newPhrase()),
        () => 0,
      );
    for (let count = 0; count < 10; count += 1)
      await expect(guess()).rejects.toEqual(refused('unknown-words'));
    await expect(guess()).rejects.toEqual(refused('too-many-tries'));
  });

  it('of both learners lead to the one that they became', async () => {
    const { code } = await putClass();
    await putLearners('phone', 'desk');
    const words = [
      (await joinClass('phone', code, 'Ann', NOW)).words ?? '',
      (await joinClass('desk', code, 'Ann again', inDays(1))).words ?? '',
    ];
    await mergeLearners('desk', 'phone', 'recovery');
    expect(await Promise.all(words.map(learnerOfWords))).toEqual(['phone', 'phone']);
    expect(await database().enrollment.findMany()).toMatchObject([{ nickname: 'Ann', learnerId: 'phone' }]);
  });
});
