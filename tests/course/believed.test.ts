import { expect, it, vi } from 'vitest';
import { believedRunOf } from '@/lib/course/believed';
import { getMisconceptions } from '@/lib/course/generators';
import { playOf } from '@/lib/quiz/believed';
import { single } from '../quiz/items';

vi.mock('@/lib/quiz/believed', () => ({ playOf: vi.fn() }));

it('a run that cannot be played under a belief is none, and is tried once for each item', () => {
  vi.mocked(playOf).mockImplementation(() => {
    throw new Error('never comes to rest');
  });
  const [one, other] = [single('one', 3, 0), single('other', 3, 0)];
  const id = getMisconceptions()[0]?.id ?? '';
  for (const item of [one, one, other]) expect(believedRunOf(item, id)).toBeUndefined();
  expect(playOf).toHaveBeenCalledTimes(2);
});
