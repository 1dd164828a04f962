import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import { type Condition, holds } from '@/lib/lab/condition';
import { gapOf } from '@/lib/lab/gap';
import { type Gap, lackId } from '@/lib/lab/lack';
import { threeNodes } from '../cluster/web';
import { deletePod, setImage, upCommands } from './stories';

/** web-2 is stuck with an image that never becomes Ready, web-1 is going. */
const cluster = new Cluster({ seed: 7, nodes: threeNodes });
for (const { command } of upCommands) cluster.do(command);
cluster.run(5_000);
cluster.do(setImage('db:broken'));
cluster.run(15_000);
cluster.do(deletePod('web-1'));
cluster.run(15_010);

const imagePath = 'spec.template.spec.containers.0.image';
const set = 'StatefulSet/default/web';
const pod = (n: number) => `Pod/default/web-${n}`;
const image = (equals: string): Condition => ({ object: 'StatefulSet/web', path: imagePath, equals });
const runs = (n: number, equals: string): Condition => ({
  object: `Pod/web-${n}`,
  path: 'spec.containers.0.image',
  equals,
});
const ready = (n: number): Condition => ({ pod: `web-${n}`, ready: true });
const there = (object: string, exists = true): Condition => ({ object, exists });
const podsReady = { en: 'Pods Ready', zh: '就绪的 Pod' };
const running = { state: 'notReady', ready: '0/1', status: 'Running' } as const;
const ending = { state: 'terminating', ready: '1/1', status: 'Terminating' } as const;
const lacksImage = (...wanted: string[]) =>
  ({ about: 'value', key: set, path: imagePath, isThere: true, is: 'db:broken', wanted }) as const;
const notReady = { about: 'ready', key: pod(2), wanted: true, is: running } as const;

describe('what keeps a condition from holding', () => {
  it.each<[string, Condition, Gap]>([
    ['nothing, where it holds', ready(0), []],
    ['a Pod that is not Ready, and how it stands', ready(2), [notReady]],
    ['a Pod that is not there', ready(9), [{ about: 'ready', key: pod(9), wanted: true }]],
    [
      'a Pod that is Ready and should not be',
      { pod: 'web-0', ready: false },
      [
        {
          about: 'ready',
          key: pod(0),
          wanted: false,
          is: { state: 'ready', ready: '1/1', status: 'Running' },
        },
      ],
    ],
    [
      'how many there are of what is counted, and how many there should be',
      { count: { kind: 'Pod', where: { ready: true } }, what: podsReady, atLeast: 3 },
      [{ about: 'count', key: 'Pod/Pods Ready', what: podsReady, is: 2, wanted: { atLeast: 3 } }],
    ],
    [
      'too many of what is counted and should not be so many',
      { not: { count: { kind: 'Pod' }, what: podsReady, atLeast: 3 } },
      [{ about: 'count', key: 'Pod/Pods Ready', what: podsReady, is: 3, wanted: { atMost: 2 } }],
    ],
    [
      'a Pod that is going and should not be',
      { pod: 'web-1', terminating: false },
      [{ about: 'terminating', key: pod(1), wanted: false, is: ending }],
    ],
    [
      'a Pod that should be going and is not there',
      { pod: 'web-9', terminating: true },
      [{ about: 'terminating', key: pod(9), wanted: true }],
    ],
    ['an object that is missing', there('Job/x'), [{ about: 'object', key: 'Job/default/x', wanted: true }]],
    ['one of the whole cluster', there('Node/n'), [{ about: 'object', key: 'Node//n', wanted: true }]],
    ['one that should be gone', there('Pod/web-0', false), [{ about: 'object', key: pod(0), wanted: false }]],
    ['a value, and what it should be', image('db:v1'), [lacksImage('db:v1')]],
    [
      'a field that is not there',
      { object: 'StatefulSet/web', path: 'spec.paused', equals: true },
      [{ about: 'value', key: set, path: 'spec.paused', isThere: true, wanted: [true] }],
    ],
    [
      'a value of an object that is not there',
      runs(9, 'db:v1'),
      [{ about: 'value', key: pod(9), path: 'spec.containers.0.image', isThere: false, wanted: ['db:v1'] }],
    ],
    [
      'all that is missing of `all`',
      { all: [ready(0), ready(2), image('db:v1')] },
      [notReady, lacksImage('db:v1')],
    ],
    ['each thing once', { all: [ready(2), { all: [ready(2)] }] }, [notReady]],
    ['of alternatives the nearest', { any: [{ all: [ready(2), ready(9)] }, ready(2)] }, [notReady]],
    ['of equally near ones the first', { any: [ready(2), ready(9)] }, [notReady]],
    [
      'each value that one of the alternatives would take',
      {
        any: [
          { all: [image('db:v2'), runs(0, 'db:v2'), ready(0)] },
          { all: [image('db:v1'), runs(0, 'db:v1')] },
        ],
      },
      [lacksImage('db:v1', 'db:v2')],
    ],
    ['nothing of a `not` that holds', { not: ready(2) }, []],
    ['the other way round under `not`', { not: { not: ready(2) } }, [notReady]],
    [
      'a value that it should not be',
      { not: image('db:broken') },
      [{ about: 'otherValue', key: set, path: imagePath, is: 'db:broken' }],
    ],
    [
      'one of a `not all`, every one of a `not any`',
      {
        all: [
          { not: { all: [there('Pod/web-0'), there('Pod/web-2')] } },
          { not: { any: [there('Pod/web-0')] } },
        ],
      },
      [{ about: 'object', key: pod(0), wanted: false }],
    ],
    ['something that nobody can name', { any: [] }, []],
  ])('is %s', (_, condition, gap) => {
    expect(gapOf(condition, cluster.reading)).toEqual(gap);
  });

  it('is empty where it holds, and is data', () => {
    for (const condition of [ready(0), ready(2), image('db:v1'), { not: image('db:v1') }]) {
      const gap = gapOf(condition, cluster.reading);
      expect(gap.length === 0).toBe(holds(condition, cluster.reading));
      expect(JSON.parse(JSON.stringify(gap))).toEqual(gap);
    }
  });

  it('is one thing, whatever its value is', () => {
    const [one] = gapOf(image('db:v1'), cluster.reading);
    const [other] = gapOf(image('db:v2'), cluster.reading);
    expect(one && other && lackId(one) === lackId(other)).toBe(true);
    expect(lackId(notReady)).not.toBe(lackId({ ...notReady, wanted: false }));
  });
});
