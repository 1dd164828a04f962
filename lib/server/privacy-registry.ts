import 'server-only';
import type { Text } from '@/lib/text';
import type { ModelName } from './db';

/** Whose rows are asked for: a learner, and the account if there is one. */
export interface Person {
  readonly learnerId: string;
  readonly user?: { readonly id: string; readonly email: string } | undefined;
}

interface Held {
  /** Why the rows are kept, as a sentence for the person whose they are. */
  readonly why: Text;
  /** Prisma's condition for the rows of a person. */
  readonly of: (person: Person) => object;
  /** Columns that the person gets, in this order. */
  readonly exported: readonly string[];
  /** Of these the ones that hold JSON. */
  readonly json?: readonly string[];
  /** Columns that the person does not get, each with the reason. */
  readonly withheld?: Readonly<Record<string, Text>>;
}

/**
 * What a table is to the people whom it may speak of. `personal`: says something of one; is exported, and deleted when they want it, by
 * the foreign key that leads to their Learner or, `erased: 'by-condition'`, by `of`. Nothing is kept without a name instead: a row of
 * answers with its times would still say whose it was. `linked`: hangs on a personal row, says nothing of anybody itself, is exported
 * and goes with it. `public`: says nothing of anybody.
 */
export type Privacy =
  | ({ readonly is: 'personal'; readonly erased: 'with-learner' | 'by-condition' } & Held)
  | ({ readonly is: 'linked'; readonly through: ModelName } & Held)
  | { readonly is: 'public'; readonly why: Text };

const ofLearner = ({ learnerId }: Person) => ({ learnerId });
const ofAttempt = ({ learnerId }: Person) => ({ attempt: { learnerId } });
const ofUser = ({ learnerId }: Person) => ({ user: { learnerId } });
const ofOwnClass = ({ learnerId }: Person) => ({ classroom: { ownerId: learnerId } });

const secret: Text = {
  en: 'A secret: whoever reads it may act in your name.',
  zh: '这是秘密：看到它的人可以用你的身份操作。',
};
const key: Text = {
  en: 'Tells the order that the author wrote, and so the answers of questions that are still open.',
  zh: '它会透露作者写下的顺序，也就透露了尚未作答的题目的答案。',
};

/** Every table of the database. A model that is not named here does not compile, and a column that is not fails a test. */
export const privacyRegistry: Readonly<Record<ModelName | '_prisma_migrations', Privacy>> = {
  Learner: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'To know this browser again.', zh: '用来再次认出这个浏览器。' },
    of: ({ learnerId }) => ({ id: learnerId }),
    exported: ['id', 'createdAt', 'kind', 'locale', 'lastSeenAt'],
  },
  LearnerMerge: {
    is: 'personal',
    erased: 'with-learner',
    why: {
      en: 'To lead another device of yours to the progress that is now one.',
      zh: '用来把你的另一台设备带到已合并的进度。',
    },
    of: ({ learnerId }) => ({ toId: learnerId }),
    exported: ['fromId', 'toId', 'reason', 'createdAt'],
  },
  Attempt: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'To show a quiz as you left it.', zh: '用来按你离开时的样子显示测验。' },
    of: ofLearner,
    exported: ['id', 'learnerId', 'lesson', 'number', 'items', 'createdAt'],
    json: ['items'],
    withheld: { seed: key },
  },
  Answer: {
    is: 'personal',
    erased: 'with-learner',
    why: {
      en: 'To show what you answered, what you know and what to review.',
      zh: '用来显示你答过什么、掌握了什么、该复习什么。',
    },
    of: ofAttempt,
    exported: [
      'id',
      'attemptId',
      'item',
      'concept',
      'variant',
      'tryNumber',
      'response',
      'sure',
      'hintsUsed',
      'correct',
      'points',
      'misconceptions',
      'submission',
      'itemHash',
      'day',
      'createdAt',
    ],
    json: ['response', 'misconceptions'],
    withheld: { shown: key },
  },
  HintTaken: {
    is: 'personal',
    erased: 'with-learner',
    why: {
      en: 'To tell an answer with a hint from one without.',
      zh: '用来区分看过提示的作答与没看过提示的作答。',
    },
    of: ofAttempt,
    exported: ['id', 'attemptId', 'item', 'number', 'createdAt'],
  },
  SectionRead: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'To show what you have read.', zh: '用来显示你读过的内容。' },
    of: ofLearner,
    exported: ['id', 'learnerId', 'lesson', 'section', 'createdAt'],
  },
  LabRun: {
    is: 'personal',
    erased: 'with-learner',
    why: {
      en: 'To show which labs you solved, and how.',
      zh: '用来显示你解开了哪些实验，以及是怎样解开的。',
    },
    of: ofLearner,
    exported: [
      'id',
      'learnerId',
      'lesson',
      'lab',
      'commands',
      'untilMs',
      'solved',
      'goals',
      'engine',
      'createdAt',
    ],
    json: ['commands', 'goals'],
  },
  ReviewCard: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'To know when a concept is due for review.', zh: '用来判断一个概念何时该复习。' },
    of: ofLearner,
    exported: [
      'id',
      'learnerId',
      'concept',
      'due',
      'stability',
      'difficulty',
      'scheduledDays',
      'learningSteps',
      'reps',
      'lapses',
      'state',
      'lastReview',
      'algorithm',
      'parameters',
      'createdAt',
    ],
  },
  ReviewLog: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'To show why a concept is due on its date.', zh: '用来说明一个概念为何在那一天到期。' },
    of: ({ learnerId }) => ({ card: { learnerId } }),
    exported: [
      'id',
      'cardId',
      'answerId',
      'rating',
      'state',
      'due',
      'stability',
      'difficulty',
      'scheduledDays',
      'learningSteps',
      'reviewedAt',
      'day',
    ],
  },
  User: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'To let you sign in.', zh: '用来让你登录。' },
    of: ofLearner,
    exported: ['id', 'name', 'email', 'emailVerified', 'image', 'createdAt', 'updatedAt', 'learnerId'],
  },
  Session: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'To keep you signed in.', zh: '用来保持你的登录状态。' },
    of: ofUser,
    exported: ['id', 'userId', 'createdAt', 'updatedAt', 'expiresAt', 'ipAddress', 'userAgent'],
    withheld: { token: secret },
  },
  Account: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'To check your password.', zh: '用来核对你的密码。' },
    of: ofUser,
    exported: [
      'id',
      'userId',
      'accountId',
      'providerId',
      'scope',
      'accessTokenExpiresAt',
      'refreshTokenExpiresAt',
      'createdAt',
      'updatedAt',
    ],
    withheld: { password: secret, accessToken: secret, refreshToken: secret, idToken: secret },
  },
  Verification: {
    is: 'personal',
    erased: 'by-condition',
    why: {
      en: 'To know that a link which we mailed to you came back.',
      zh: '用来确认我们寄给你的链接已被打开。',
    },
    // Better Auth puts the user's id or address into one of the two; an empty OR is nothing.
    of: ({ user }) => ({
      OR: user ? [user.id, user.email].flatMap((mark) => [{ identifier: mark }, { value: mark }]) : [],
    }),
    exported: ['id', 'expiresAt', 'createdAt', 'updatedAt'],
    withheld: { identifier: secret, value: secret },
  },
  Classroom: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'The classes that you made.', zh: '你创建的班级。' },
    of: ({ learnerId }) => ({ ownerId: learnerId }),
    exported: ['id', 'name', 'ownerId', 'createdAt'],
  },
  JoinCode: {
    is: 'linked',
    through: 'Classroom',
    why: { en: 'To let learners into your classes.', zh: '用来让学习者加入你的班级。' },
    of: ofOwnClass,
    exported: ['id', 'classroomId', 'expiresAt', 'revokedAt', 'maxUses', 'uses', 'createdAt'],
    withheld: { hash: secret },
  },
  Enrollment: {
    is: 'personal',
    erased: 'with-learner',
    why: {
      en: 'The classes that you joined, and your name there.',
      zh: '你加入的班级，以及你在那里的名字。',
    },
    of: ofLearner,
    exported: ['id', 'classroomId', 'learnerId', 'role', 'nickname', 'createdAt'],
  },
  RecoveryWords: {
    is: 'personal',
    erased: 'with-learner',
    why: { en: 'To let you come back into a class by your four words.', zh: '用来让你凭四个单词回到班级。' },
    of: ({ learnerId }) => ({ enrollment: { learnerId } }),
    exported: ['enrollmentId', 'createdAt'],
    withheld: { hash: secret },
  },
  Assignment: {
    is: 'linked',
    through: 'Classroom',
    why: { en: 'What you asked your classes to do.', zh: '你布置给班级的任务。' },
    of: ofOwnClass,
    exported: ['id', 'classroomId', 'lesson', 'lab', 'opensAt', 'dueAt', 'createdAt'],
  },
  _prisma_migrations: {
    is: 'public',
    why: {
      en: 'Which changes of the tables were made, and when.',
      zh: '记录数据表做过哪些变更，以及何时变更。',
    },
  },
};

/** The tables that hold something of people, in the registry's order. */
export const heldTables = Object.entries(privacyRegistry).flatMap(([table, entry]) =>
  entry.is === 'public' ? [] : [{ table: table as ModelName, entry }],
);
