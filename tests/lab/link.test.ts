import { describe, expect, it } from 'vitest';
import lessonLabs from '@/content/statefulset-identity-and-order/lab';
import type { TimedCommand } from '@/lib/cluster/command';
import { compact, expanded } from '@/lib/lab/compact';
import { createSession } from '@/lib/lab/create-session';
import { type LabLink, linkOf, readLink } from '@/lib/lab/link';
import { about, deployment, imageOf, made, pod } from './objects';

const most = 200_000;

describe('a compact text', () => {
  it.each(['', 'a', 'aaaaaaaaaaaaaaaaaaaa', 'Pod 就绪 🚢', JSON.stringify(deployment('web', 3))])(
    'unfolds to %s',
    (text) => {
      expect(expanded(compact(text), most)).toBe(text);
      expect(compact(text)).toMatch(/^[\w-]*$/);
    },
  );

  it('unfolds to any text, beyond the point where its table is full', () => {
    let at = 12_345;
    const random = () => {
      at = (Math.imul(at, 1_103_515_245) + 12_345) >>> 0;
      return at;
    };
    for (const length of [10, 1_000, 150_000]) {
      const text = Array.from({ length }, () => String.fromCharCode(32 + ((random() >>> 16) % 95))).join('');
      expect(expanded(compact(text), most) === text, `${length}`).toBe(true);
    }
  });

  it('unfolds to nothing when it is none, or to too much', () => {
    expect(expanded('!', most)).toBeUndefined();
    expect(expanded('____', most)).toBeUndefined();
    expect(expanded(compact('x'.repeat(1_000)), 999)).toBeUndefined();
  });
});

const own: readonly TimedCommand[] = [
  { atMs: 12_000, command: { verb: 'scale', kind: 'Deployment', name: 'web', replicas: 5 } },
  { atMs: 15_000, command: imageOf('web', 'web:2') },
  { atMs: 15_000, command: { verb: 'silence', node: 'node-2' } },
];
const forked: LabLink = {
  scenario: { seed: 3, nodes: ['a', 'b'], commands: made(0, deployment('web', 3), pod('p')) },
  state: {
    nowMs: 33_000,
    here: 'C',
    futures: [
      { name: 'A', commands: own, policy: 'Parallel', from: 'C', forkedAtMs: 16_000 },
      {
        name: 'C',
        commands: [...own, { atMs: 20_000, command: { verb: 'delete', kind: 'Pod', name: 'p' } }],
      },
      { name: 'D', commands: own.slice(0, 1), from: 'A', forkedAtMs: 13_000 },
    ],
  },
};

describe('a link', () => {
  it.each([-1, 200])(
    'holds a command that asks for %i replicas: what was refused, and more than a lab’s log',
    (replicas) => {
      const commands = own.map((one) =>
        one.command.verb === 'scale' ? { ...one, command: { ...one.command, replicas } } : one,
      );
      const link: LabLink = {
        ...forked,
        state: { nowMs: 20_000, here: 'A', futures: [{ name: 'A', commands }] },
      };
      expect(readLink(linkOf(link))).toEqual({ ok: true, link });
    },
  );

  it('for more Pods than a figure can hold says that it is too much, not that it is damaged', () => {
    const commands = own.map((one) =>
      one.command.verb === 'scale' ? { ...one, command: { ...one.command, replicas: 5_000 } } : one,
    );
    const state = { nowMs: 20_000, here: 'A', futures: [{ name: 'A', commands }] } as const;
    expect(readLink(linkOf({ ...forked, state }))).toEqual({ ok: false, why: 'tooMuch' });
  });

  it('holds a cluster or a scenario’s id, what was done in each future, and the moment', () => {
    expect(readLink(linkOf(forked))).toEqual({ ok: true, link: forked });
    const lesson: LabLink = {
      scenario: 'stuck-update',
      state: { nowMs: 0, here: 'A', futures: [{ name: 'A', commands: [] }] },
    };
    expect(readLink(linkOf(lesson))).toEqual({ ok: true, link: lesson });
    expect(linkOf(lesson)).toMatch(/^1[\w-]+$/);
  });

  it('opens the session that it was made of', () => {
    const scenario = about('Deployment/web', made(0, deployment('web', 3)), { openAtMs: 10_000 });
    const session = createSession(scenario);
    session.do(imageOf('web', 'web:2'));
    session.fork();
    session.do({ verb: 'scale', kind: 'Deployment', name: 'web', replicas: 1 });
    session.seek(30_000);
    const read = readLink(linkOf({ scenario: 'any', state: session.state() }));
    const again = createSession(scenario, read.ok ? { state: read.link.state } : {});
    expect(again.view()).toEqual(session.view());
  });

  it.each(lessonLabs.labs.map((lab) => [lab.id, lab] as const))(
    'of the lesson’s lab %s has at most 2,000 letters, with its solution done in four futures',
    (_, lab) => {
      for (const { commands, untilMs } of lab.solutions) {
        const futures = (['A', 'B', 'C', 'D'] as const).map((name) => ({
          name,
          commands,
          ...(name !== 'A' && { from: 'A' as const, forkedAtMs: untilMs }),
        }));
        const link = linkOf({ scenario: lab.id, state: { nowMs: untilMs, here: 'D', futures } });
        expect(link.length).toBeLessThan(1_000);
        expect(readLink(link).ok).toBe(true);
      }
      const [one] = lab.solutions;
      const thirty = Array.from({ length: 30 }, (_, n) => ({
        atMs: lab.openAtMs + n * 1_000,
        command: one?.commands[n % one.commands.length]?.command ?? { verb: 'crash' as const, pod: 'web-0' },
      }));
      const long = linkOf({
        scenario: lab.id,
        state: { nowMs: 60_000, here: 'A', futures: [{ name: 'A', commands: thirty }] },
      });
      expect(long.length).toBeLessThanOrEqual(2_000);
    },
  );

  it('of an older time still opens', () => {
    expect(readLink(OLD_LINK)).toEqual({ ok: true, link: forked });
  });

  const packed = (value: unknown) => `1${compact(JSON.stringify(value))}`;
  const A = ['A', null, null, null, 0, []];
  it.each<[string, string, string]>([
    ['nothing', '', 'damaged'],
    ['another word', 'hello', 'damaged'],
    ['a version to come', '2abc', 'newerVersion'],
    ['letters cut off', linkOf(forked).slice(0, 60), 'damaged'],
    ['no JSON', `1${compact('{')}`, 'damaged'],
    ['no futures', packed({ s: 'x', t: 0, h: 'A', f: [] }), 'damaged'],
    ['a future that is not there', packed({ s: 'x', t: 0, h: 'B', f: [A] }), 'damaged'],
    ['a name that is none', packed({ s: 'x', t: 0, h: 'Z', f: [['Z', ...A.slice(1)]] }), 'damaged'],
    [
      'futures that come from each other',
      packed({
        s: 'x',
        t: 0,
        h: 'A',
        f: [
          ['A', 0, 'B', null, 1, []],
          ['B', 0, 'A', null, 1, []],
        ],
      }),
      'damaged',
    ],
    ['a moment beyond three hours', packed({ s: 'x', t: 10_800_001, h: 'A', f: [A] }), 'damaged'],
    ['a moment between two', packed({ s: 'x', t: 0.5, h: 'A', f: [A] }), 'damaged'],
    [
      'a command back in time',
      packed({ s: 'x', t: 0, h: 'A', f: [['A', null, null, null, 0, [[-1, { verb: 'crash', pod: 'p' }]]]] }),
      'damaged',
    ],
    [
      'a command that is none',
      packed({ s: 'x', t: 0, h: 'A', f: [['A', null, null, null, 0, [[1, { verb: 'explode' }]]]] }),
      'damaged',
    ],
    [
      'the kubelet’s own words',
      packed({
        s: 'x',
        t: 0,
        h: 'A',
        f: [['A', null, null, null, 0, [[1, { verb: 'kubelet', act: 'gone', pod: 'p' }]]]],
      }),
      'damaged',
    ],
    [
      'too many Pods',
      packed({
        s: [
          1,
          ['a'],
          null,
          Array.from({ length: 21 }, (_, n) => [0, { verb: 'create', object: deployment(`x${n}`, 100) }]),
        ],
        t: 0,
        h: 'A',
        f: [A],
      }),
      'tooMuch',
    ],
    [
      'too many nodes',
      packed({ s: [1, Array.from({ length: 51 }, (_, n) => `n${n}`), null, []], t: 0, h: 'A', f: [A] }),
      'tooMuch',
    ],
    ['a bomb', `1${compact('x'.repeat(300_000))}`, 'damaged'],
  ])('of %s is refused with a reason', (_, text, why) => {
    expect(readLink(text)).toEqual({ ok: false, why });
  });
});

/** Made when version 1 was made: it must open for ever. */
const OLD_LINK =
  '1PYiOYiHRbGYsLYiMIiFgiMQiLosNx1Nhsg5bGAsgB2Mpyhw6ERjORlMJ0MsLERvMRqMpjOkDgBhOBpK0cOZpN5ugcJOBwOYvOwxk5rNJuMk6IhlOBsN55NplN0uhlOOhhMkkhQ6gBuMNOnR3MsOPsMOZwlkvEUipRpMZhgQ6g0BMpslh0N5ys5tkhjNBMMJiuVumE8r1gER9sQikptpUkk1ZEVTqtXs5sv2As8xOGEsOIslmx5jnFUok1gZbrVcx07zUMNN5M-qr5iHVBPpdw-4iEXjIijcdnUhkclk8plctzEymhym04nVAoVEo0fKBvo1SMtUq1Us9brsf1giyt_NmB1c6zWHsdlMdn0NQMOk5em1He82t1-xsG0w23w5df9DEuW8MwwgVDBoToQ0nGZpkIEFCwxDaBUYCKCkMFAYRyGFFFyQtBhbgBCIWRJFERRNFYkRVGBbFsMQyhNvG-R5AVsXN0FFUdSVLU1T1RCJ3X5Q5DFpGxa1tQMNW2QeBIGRpHIzHBeoIQxQ44R9SFKUxTlQSeQGbScdB5WVOhzHSGklGda0nGJ1R5WdnnsY9imMcNj5we1onwG5pUEfRqmZSdrhhbBmw6DJ_G4f5B0Yk5v0fTZcxuGNJkMG51WqpYZBlC2h5KFsNYwo2M6aXNw5UdFOnUdaP2ped_IhCIRIQkyFIPiaJQxQd_23';
