import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkRun } from '@/app/_ui/lab/lab-check';

afterEach(() => vi.unstubAllGlobals());

const goals = [{ id: 'all-new', state: 'open' }];
const error = { code: 'x', message: 'A sentence.' };

describe('a check of a run', () => {
  it.each([
    ['solved', 200, { solved: true, shortest: 2 }, { kind: 'solved', commands: 0, shortest: 2 }],
    ['with goals that are missed', 422, { goals, error }, { kind: 'open', goals }],
    ['of a log that cannot be', 422, { goals: [], refused: 'why', error }, { kind: 'differs', text: 'why' }],
    ['refused for another reason', 404, { error }, { kind: 'differs', text: 'A sentence.' }],
    [
      'that comes too soon: nothing is said of the run',
      429,
      { error },
      { kind: 'later', text: 'A sentence.' },
    ],
    ['of a server in trouble', 503, { error }, { kind: 'unreachable' }],
    ['answered by somebody in between', 404, null, { kind: 'unreachable' }],
  ])('%s', async (_, status, body, check) => {
    vi.stubGlobal('fetch', async () => Response.json(body, { status }));
    expect(await checkRun('lesson', 'lab', [], 0, 'en')).toEqual(check);
  });
});
