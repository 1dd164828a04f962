import { vi } from 'vitest';
import type { AnswerBar, GridCellView, GridRowView, GridView, ItemView } from '@/lib/class/public';

type Reply = { readonly status?: number; readonly body: unknown };
export interface Asked {
  readonly route: string;
  readonly body: unknown;
}

/** Stands at the network border: answers `METHOD /path` as told, and remembers what was asked. An address that is not named is unreachable. */
export function serve(replies: Readonly<Record<string, Reply | ((body: unknown) => Reply)>>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const { pathname } = new URL(address, 'http://podium.test');
    const route = `${init.method ?? 'GET'} ${pathname}`;
    const body = init.body ? JSON.parse(String(init.body)) : undefined;
    asked.push({ route, body });
    const reply = replies[route];
    if (!reply) throw new TypeError(`nothing answers ${route}`);
    const { status = 200, body: said } = typeof reply === 'function' ? reply(body) : reply;
    return Response.json(said, { status });
  });
  return asked;
}

export const refusal = (code: string, message: string, status = 404) => ({
  status,
  body: { error: { code, message } },
});

const AT = Date.UTC(2026, 10, 24, 9);

export const cell = (states: readonly ('new' | 'tried' | 'ok')[]): GridCellView => {
  const concepts = states.map((state, at) => ({
    concept: `concept-${at}`,
    state,
    tries: state === 'new' ? [] : [{ atMs: AT + at, isRight: state === 'ok', isAided: false }],
  }));
  const asked = states.filter((state) => state !== 'new').length;
  const known = states.filter((state) => state === 'ok').length;
  return { state: asked > 0 ? 'asked' : 'read', known, asked, sections: 1, labs: 0, concepts };
};

export const row = (nickname: string, cells: readonly GridCellView[], more = {}): GridRowView => ({
  ...{ id: `place-${nickname}`, nickname, needs: [], cells },
  ...more,
});

const titles = ['Who keeps the order', 'How it shrinks'];

export const grid = (rows: readonly GridRowView[], more: Partial<GridView> = {}): GridView => ({
  ...{ name: 'Class 7b', today: '2026-11-26', rows, advice: { kind: 'nothingYet' } },
  columns: [
    {
      ...{
        lesson: 'sets',
        number: 7,
        title: 'StatefulSet',
        sections: 3,
        labs: 1,
        mean: { n: 0, share: null },
      },
      concepts: titles.map((title, at) => ({
        ...{ id: `concept-${at}`, title },
        known: at === 0 ? { n: 5, share: 0.4 } : { n: 3, share: null },
      })),
    },
  ],
  ...more,
});

export const view = (learners: number, more = {}) => ({
  ...{ id: 'x', name: 'Class 7b', isOwner: true, codes: [] },
  learners: Array.from({ length: learners }, (_, at) => ({
    ...{ id: `place-${at}`, nickname: `learner ${at}`, joinedAtMs: AT, lastSeenAtMs: AT },
  })),
  ...more,
});

export const bar = (text: string, n: number, of: number, isRight = false): AnswerBar => ({
  ...{ text, isRight, n, of, from: 0.1, to: 0.6 },
  beliefs: isRight ? [] : [`belief of ${text}`],
});

export const item = (more: Partial<ItemView>): ItemView => ({
  ...{
    item: 'one',
    number: 4,
    question: 'In which order?',
    concept: 'Order',
    n: 0,
    right: 0,
    from: 0,
    to: 1,
  },
  ...{ sure: 0, sureWrong: 0, earlier: 0, isSeveral: false, bars: [], tries: [] },
  ...more,
});

export const firstTry = (nickname: string, isRight: boolean, said: string | null) => ({
  ...{ learner: `place-${nickname}`, nickname, atMs: AT, said, isRight, points: isRight ? 1 : 0.5 },
  ...{ sure: true, hintsUsed: 1 },
});
