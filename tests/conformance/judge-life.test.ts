import { describe, expect, it } from 'vitest';
import { judgeLife } from '@/lib/conformance/judge-life';
import type { LifeRecording, Moment } from '@/lib/conformance/pod-life';

type Row = readonly [at: number, row: string];

const moment = ([at, row]: Row): Moment => {
  if (row === 'gone') return { at, pod: 'p', gone: true };
  const [READY = '', STATUS = '', RESTARTS = ''] = row.split(' ');
  return {
    at,
    pod: 'p',
    phase: 'Running',
    qos: 'BestEffort',
    conditions: {},
    row: { READY, STATUS, RESTARTS },
  };
};

const life = (rows: readonly Row[], rest: Partial<LifeRecording> = {}): LifeRecording => ({
  name: 'made up',
  steps: [],
  timeline: rows.map(moment),
  events: [],
  ...rest,
});

const creating = '0/1 ContainerCreating 0';
const running = '1/1 Running 0';
const ended = '0/1 Error 0';
const backOff = '0/1 CrashLoopBackOff 0';
const plain: Row[] = [
  [0, creating],
  [1, running],
  [5, ended],
];

const event = {
  reason: 'Started',
  type: 'Normal',
  on: 'Pod/p',
  field: 'spec.containers{app}',
  count: 1,
  first: 0,
  says: 'Container started',
  by: 'kubelet',
};

describe('the judge of a life: its rows', () => {
  it.each<[string, Row[], Row[]]>([
    ['are the same', plain, plain],
    [
      'come a second early or late',
      plain,
      [
        [0, creating],
        [2.1, running],
        [3.9, ended],
      ],
    ],
    [
      'may be absent when they stood for less than 0.4 s',
      [
        [0, creating],
        [0.3, running],
        [0.6, ended],
      ],
      [
        [0, creating],
        [0.6, ended],
      ],
    ],
    [
      'may be there when they stand for less than 0.4 s',
      [
        [0, creating],
        [2, ended],
      ],
      [
        [0, creating],
        [2, running],
        [2.3, ended],
      ],
    ],
    [
      'count once when nothing in them changes',
      plain,
      [
        [0, creating],
        [0.5, creating],
        [1, running],
        [5, ended],
      ],
    ],
    [
      'may come late by half after a back-off',
      [
        [0, creating],
        [10, backOff],
        [20, '1/1 Running 1'],
      ],
      [
        [0, creating],
        [16, backOff],
        [31, '1/1 Running 1'],
      ],
    ],
    [
      'may come early by a third after a restart',
      [
        [0, creating],
        [30, '1/1 Running 1'],
      ],
      [
        [0, creating],
        [18.6, '1/1 Running 1'],
      ],
    ],
  ])('%s', (_, recorded, played) => {
    expect(judgeLife(life(recorded), life(played))).toBeUndefined();
  });

  it.each<[string, Row[], Row[], string]>([
    [
      'lack one',
      plain,
      [
        [0, creating],
        [1, running],
      ],
      'recorded "0/1 Error 0" at 5 s, played nothing',
    ],
    [
      'show another',
      plain,
      [
        [0, creating],
        [1, '1/1 Odd 0'],
        [5, ended],
      ],
      'recorded "1/1 Running 0" at 1 s',
    ],
    [
      'show one more',
      plain,
      [...plain, [6, running]],
      'played "1/1 Running 0" at 6 s, which was not recorded',
    ],
    [
      'come in another order',
      plain,
      [
        [0, running],
        [1, creating],
        [5, ended],
      ],
      'recorded "0/1 ContainerCreating 0"',
    ],
    [
      'come late',
      plain,
      [
        [0, creating],
        [2.3, running],
        [5, ended],
      ],
      '1/1 Running 0 at 1 s, played at 2.3 s',
    ],
    [
      'come early',
      plain,
      [
        [0, creating],
        [1, running],
        [3.7, ended],
      ],
      '0/1 Error 0 at 5 s, played at 3.7 s',
    ],
    [
      'come too late after a back-off',
      [
        [0, creating],
        [10, backOff],
      ],
      [
        [0, creating],
        [17, backOff],
      ],
      'played at 17 s',
    ],
    [
      'come too early after a back-off',
      [
        [0, creating],
        [10, backOff],
      ],
      [
        [0, creating],
        [5, backOff],
      ],
      'played at 5 s',
    ],
    [
      'go late after a back-off',
      [
        [0, backOff],
        [10, 'gone'],
      ],
      [
        [0, backOff],
        [11.3, 'gone'],
      ],
      'gone at 10 s, played at 11.3 s',
    ],
    [
      'have other restarts',
      [
        [0, creating],
        [9, '1/1 Running 1'],
      ],
      [
        [0, creating],
        [9, '1/1 Running 2'],
      ],
      'recorded "1/1 Running 1"',
    ],
  ])('differ when they %s', (_, recorded, played, difference) => {
    expect(judgeLife(life(recorded), life(played))).toContain(difference);
  });

  it('are not compared where the recording says that they vary', () => {
    const other: Row[] = [[0, running]];
    expect(judgeLife(life(plain, { rowsVary: true }), life(other))).toBeUndefined();
  });
});

describe('the judge of a life: its last state', () => {
  const with1 = (change: object, gone: readonly Row[] = []): LifeRecording => {
    const { timeline } = life(plain);
    const changed = timeline.map((one, i) =>
      i === timeline.length - 1 ? ({ ...one, ...change } as Moment) : one,
    );
    return { ...life(plain), timeline: [...changed, ...gone.map(moment)] };
  };

  it.each([
    ['phase', { phase: 'Failed' }],
    ['reason', { reason: 'DeadlineExceeded' }],
    ['message', { message: 'too long' }],
    ['grace', { terminating: true, grace: 5 }],
    ['conditions', { conditions: { Ready: 'False PodFailed' } }],
    ['containers', { containers: [{ name: 'app', restarts: 1 }] }],
    ['init containers', { init: [{ name: 'one', restarts: 1 }] }],
    ['quality of service', { qos: 'Burstable' }],
  ])('differs by its %s', (_, change) => {
    expect(judgeLife(with1(change), life(plain))).toContain('last state');
    expect(judgeLife(with1(change), with1(change))).toBeUndefined();
  });

  it('is the one before it was gone', () => {
    const gone: Row[] = [[9, 'gone']];
    expect(judgeLife(with1({ phase: 'Failed' }, gone), with1({}, gone))).toContain('last state.phase');
  });
});

describe('the judge of a life: Events', () => {
  it('differ by type, reason, object, container and words', () => {
    const recorded = life(plain, { events: [event] });
    for (const change of [
      { type: 'Warning' },
      { reason: 'Created' },
      { on: 'Pod/q' },
      { field: 'spec.containers{b}' },
      { says: 'other' },
    ])
      expect(judgeLife(recorded, life(plain, { events: [{ ...event, ...change }] }))).toContain(
        'lacks the event',
      );
  });

  it('do not differ by how often and when they were said', () => {
    const events = [{ ...event, count: 7, first: 3, by: 'somebody' }, event];
    expect(judgeLife(life(plain, { events: [event] }), life(plain, { events }))).toBeUndefined();
  });

  it('may be more only where the recording says so', () => {
    const more = life(plain, { events: [event] });
    expect(judgeLife(life(plain), more)).toContain('has the event');
    expect(judgeLife(life(plain, { eventsVary: true }), more)).toBeUndefined();
  });
});
