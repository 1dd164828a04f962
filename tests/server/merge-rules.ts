import { expect } from 'vitest';
import { type Dump, lessons, type Row } from './everything';

const without = (row: Row, ...columns: string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([column]) => !columns.includes(column)));
const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();
export const isOneOf = (row: Row, column: string) => row[column] === 'from' || row[column] === 'to';
export const table = (of: Dump, name: string) => of[name] ?? [];

/** The rows of a table are the same, but that `column` says `to` where it said `from`. */
const onlyMoved =
  (name: string, column?: string, ...others: string[]) =>
  (before: Dump, after: Dump) => {
    const moved = table(before, name).map((row) =>
      column && row[column] === 'from' ? { ...row, [column]: 'to' } : row,
    );
    const plain = (rows: readonly Row[]) => texts(rows.map((row) => without(row, ...others)));
    expect(plain(table(after, name))).toEqual(plain(moved));
  };

/** Of a table where two rows may say one thing: each thing is there once, with the earlier moment, and the rest is as it was. */
const onceEach = (name: string, thing: (row: Row) => unknown) => (before: Dump, after: Dump) => {
  const earliest = new Map<string, Row>();
  for (const row of table(before, name).filter((one) => isOneOf(one, 'learnerId'))) {
    const same = JSON.stringify(thing(row));
    const known = earliest.get(same);
    if (!known || String(row.createdAt) < String(known.createdAt)) earliest.set(same, row);
  }
  const moments = (rows: Iterable<Row>) => texts([...rows].map((row) => [thing(row), row.createdAt]));
  const own = table(after, name).filter((row) => row.learnerId === 'to');
  expect(moments(own)).toEqual(moments(earliest.values()));
  const others = (of: Dump) => texts(table(of, name).filter((row) => !isOneOf(row, 'learnerId')));
  expect(others(after)).toEqual(others(before));
};

/** What becomes of the rows of each table. A table that is not here fails the test. */
export const rules: Readonly<Record<string, (before: Dump, after: Dump) => void>> = {
  Learner: (before, after) => {
    const [from, to, now] = ['from', 'to', 'to'].map((id, at) =>
      table(at < 2 ? before : after, 'Learner').find((row) => row.id === id),
    );
    expect(texts(table(after, 'Learner').map(({ id }) => id))).toEqual(texts(['other', 'teacher', 'to']));
    expect(now).toMatchObject({ kind: 'account' });
    expect(now?.createdAt).toBe([from?.createdAt, to?.createdAt].sort()[0]);
    expect(now?.lastSeenAt).toBe([from?.lastSeenAt, to?.lastSeenAt].sort()[1]);
  },
  LearnerMerge: (before, after) => {
    const made = (row: Row) => row.fromId === 'from';
    expect(table(after, 'LearnerMerge').filter(made)).toMatchObject([{ toId: 'to', reason: 'sign-in' }]);
    const rest = { ...after, LearnerMerge: table(after, 'LearnerMerge').filter((row) => !made(row)) };
    onlyMoved('LearnerMerge', 'toId')(before, rest);
  },
  Attempt: (before, after) => {
    onlyMoved('Attempt', 'learnerId', 'number')(before, after);
    for (const lesson of lessons) {
      const own = table(after, 'Attempt').filter((row) => row.learnerId === 'to' && row.lesson === lesson);
      const begun = [...own].sort((a, b) => (String(a.createdAt) < String(b.createdAt) ? -1 : 1));
      expect(begun.map((row) => row.number)).toEqual(own.map((_, at) => at + 1));
    }
  },
  Answer: onlyMoved('Answer'),
  HintTaken: onlyMoved('HintTaken'),
  SectionRead: onceEach('SectionRead', (row) => [row.lesson, row.section]),
  LabRun: onlyMoved('LabRun', 'learnerId'),
  ReviewCard: onceEach('ReviewCard', (row) => row.concept),
  ReviewLog: (before, after) => {
    onlyMoved('ReviewLog', undefined, 'cardId')(before, after);
    const conceptOf = (of: Dump, log: Row) =>
      table(of, 'ReviewCard').find((card) => card.id === log.cardId)?.concept;
    const concepts = (of: Dump) => texts(table(of, 'ReviewLog').map((log) => [log.id, conceptOf(of, log)]));
    expect(concepts(after)).toEqual(concepts(before));
  },
  User: onlyMoved('User', 'learnerId'),
  Session: onlyMoved('Session'),
  Account: onlyMoved('Account'),
  Verification: onlyMoved('Verification'),
  Classroom: onlyMoved('Classroom', 'ownerId'),
  JoinCode: onlyMoved('JoinCode'),
  Assignment: onlyMoved('Assignment'),
  Enrollment: (before, after) => {
    onceEach('Enrollment', (row) => row.classroomId)(before, after);
    const rolesIn = (of: Dump, classroom: unknown) =>
      table(of, 'Enrollment')
        .filter((row) => row.classroomId === classroom && isOneOf(row, 'learnerId'))
        .map(({ role }) => role);
    for (const { classroomId } of table(before, 'Enrollment'))
      expect(rolesIn(after, classroomId)[0]).toBe(rolesIn(before, classroomId).sort()[0]);
  },
  RecoveryWords: (before, after) => {
    onlyMoved('RecoveryWords', undefined, 'enrollmentId')(before, after);
    const classOf = (of: Dump, words: Row) =>
      table(of, 'Enrollment').find((row) => row.id === words.enrollmentId)?.classroomId;
    const classesOf = (of: Dump) =>
      texts(table(of, 'RecoveryWords').map((words) => [words.hash, classOf(of, words)]));
    expect(classesOf(after)).toEqual(classesOf(before));
  },
};
