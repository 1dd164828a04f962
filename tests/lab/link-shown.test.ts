import { describe, expect, it } from 'vitest';
import lessonLabs from '@/content/statefulset-identity-and-order/lab';
import { compact, expanded } from '@/lib/lab/compact';
import { createSession } from '@/lib/lab/create-session';
import { type LabLink, linkOf, readLink } from '@/lib/lab/link';
import type { LabShown } from '@/lib/lab/link-shown';
import {
  droppedKinds,
  idOf,
  mtuLimits,
  type NetworkHand,
  nodeDevices,
  portLimits,
} from '@/lib/lab/network-hands';
import { memoryAfter, type NetworkShown, runInWorld } from '@/lib/lab/network-run';
import { firstSend } from '@/lib/lab/network-targets';
import { mostSent } from '@/lib/lab/packet-path';
import { builtOf } from '@/lib/lab/packet-run';
import { about, deployment, made, pod, service } from './objects';

const bare: LabLink = {
  scenario: 'free-the-rollout',
  state: { nowMs: 24_000, here: 'A', futures: [{ name: 'A', commands: [] }] },
};
const network: NetworkShown = {
  setup: {
    backend: 'direct',
    mode: 'nftables',
    hands: [
      { kind: 'cut', node: 'node-1' },
      { kind: 'drop', node: 'node-2', packets: 'icmp' },
      { kind: 'block', node: 'node-2', port: 8080 },
      { kind: 'mtu', node: 'node-3', device: 'flannel.1', bytes: 1280 },
      { kind: 'forwarding', node: 'node-3' },
    ],
  },
  sent: [
    { from: 'web-0', line: 'app get http://web:8080/' },
    { from: 'node-1', line: 'ping -c1 -W1 10.244.2.3' },
  ],
  at: 17,
};

const read = (shown: LabShown) => readLink(linkOf({ ...bare, shown }));

describe('what is looked at in a link', () => {
  it.each<[string, LabShown]>([
    ['the object that is open', { selected: 'Pod/default/web-0' }],
    ['the network with what was sent, what is broken and where the packet is', { network }],
    ['both', { selected: 'Node/node-1', network }],
  ])('is %s', (_, shown) => {
    expect(read(shown)).toEqual({ ok: true, link: { ...bare, shown } });
  });

  it('takes no letter where there is nothing but the moment, so that an old page opens it as it is', () => {
    expect(linkOf({ ...bare, shown: {} })).toBe(linkOf(bare));
    expect(readLink(linkOf(bare))).toEqual({ ok: true, link: bare });
  });

  it('of many lines is the last ones that were sent', () => {
    const sent = Array.from({ length: 25 }, (_, n) => ({ from: 'web-0', line: `ping -c1 10.244.0.${n}` }));
    const back = read({ network: { ...network, sent } });
    expect(back.ok && back.link.shown?.network?.sent).toEqual(sent.slice(-mostSent));
  });

  it.each(lessonLabs.labs.map((lab) => [lab.id, lab] as const))(
    'leaves the link of the lab %s, with its solution done in four futures, within 2,000 letters',
    (id, { solutions: [solution] }) => {
      const { commands = [], untilMs = 0 } = solution ?? {};
      const futures = (['A', 'B', 'C', 'D'] as const).map((name) => ({ name, commands }));
      const state = { nowMs: untilMs, here: 'A', futures } as const;
      const shown = { selected: 'StatefulSet/default/web', network };
      expect(linkOf({ scenario: id, state, shown }).length).toBeLessThanOrEqual(2_000);
    },
  );

  it('makes the same packets again: chance goes on from the lines that were sent before', () => {
    const commands = made(0, deployment('web', 3), service('web', 'web'), pod('client'));
    const world = createSession(about(undefined, commands, { openAtMs: 20_000 })).world();
    const send = firstSend(world);
    if (!send) throw new Error('nobody can send');
    const setup = { ...builtOf(world), hands: [] };
    let run = runInWorld(world, setup, send);
    const ways = [JSON.stringify(run.xray)];
    for (let n = 1; n < 4; n++) {
      run = runInWorld(world, setup, send, run.after);
      ways.push(JSON.stringify(run.xray));
      const again = runInWorld(world, setup, send, memoryAfter(world, setup, Array(n).fill(send)));
      expect(JSON.stringify(again.xray) === ways[n], `line ${n + 1}`).toBe(true);
    }
    expect(new Set(ways).size).toBeGreaterThan(1);
  });
});

/** Numbers by lot, the same ones each time. */
function lot(seed: number) {
  let at = seed;
  return (below: number) => {
    at = (Math.imul(at, 1_103_515_245) + 12_345) >>> 0;
    return (at >>> 8) % below;
  };
}

function anyShown(below: (n: number) => number): LabShown {
  const one = <Value>(of: readonly Value[]): Value => of[below(of.length)] as Value;
  const name = () => one(['web-0', 'node-1', 'outside', 'a'.repeat(253), 'Pod 就绪']);
  const hand = (): NetworkHand => {
    const node = name();
    const kind = one(['cut', 'forwarding', 'drop', 'block', 'mtu'] as const);
    if (kind === 'drop') return { kind, node, packets: one(droppedKinds) };
    if (kind === 'block') return { kind, node, port: one([portLimits.least, 443, portLimits.most]) };
    const bytes = one([mtuLimits.least, 1400, mtuLimits.most]);
    return kind === 'mtu' ? { kind, node, device: one(nodeDevices), bytes } : { kind, node };
  };
  const hands = new Map(Array.from({ length: below(6) }, hand).map((each) => [idOf(each), each]));
  const sent = Array.from({ length: 1 + below(mostSent) }, () => ({
    from: name(),
    line: `ping ${name().slice(0, 190)}`,
  }));
  return {
    ...(below(2) === 0 && { selected: `Pod/default/${name()}` }),
    ...(below(4) > 0 && {
      network: {
        setup: {
          backend: one(['vxlan', 'host-gw', 'direct'] as const),
          mode: one(['iptables', 'nftables'] as const),
          hands: [...hands.values()],
        },
        sent,
        at: below(500),
      },
    }),
  };
}

const seeds = Array.from({ length: 60 }, (_, n) => 7_001 + n * 13);
const letters = 'ABCXYZabcxyz019-_';

describe('any link', () => {
  it.each(seeds)('opens as what it was made of (seed %i)', (seed) => {
    const shown = anyShown(lot(seed));
    const back = read(shown);
    expect(back.ok && (back.link.shown ?? {})).toEqual(shown);
  });

  it.each(seeds)(
    'cut short or with a letter changed opens, or is refused with a reason (seed %i)',
    (seed) => {
      const below = lot(seed);
      const link = linkOf({ ...bare, shown: anyShown(below) });
      const at = 1 + below(link.length - 1);
      const forged = [
        link.slice(0, at),
        link.slice(0, at) + letters[below(letters.length)] + link.slice(at + 1),
      ];
      for (const text of forged) {
        const { ok, ...more } = readLink(text);
        expect(ok || ['damaged', 'tooMuch'].includes((more as { why: string }).why)).toBe(true);
      }
      const json = expanded(link.slice(1), 200_000) ?? '';
      const place = below(json.length);
      const wrong = `1${compact(json.slice(0, place) + one(below) + json.slice(place + 1))}`;
      expect(() => readLink(wrong)).not.toThrow();
    },
  );
});

const one = (below: (n: number) => number) => '0123456789"[]{},:-nulltrue '[below(27)] ?? '';

describe('a forged view', () => {
  const [selected, packed] = [
    'Pod/default/web-0',
    ['vxlan', 'iptables', [['cut', 'node-1']], ['web-0', 'ping 10.0.0.1'], 3] as unknown[],
  ];
  const withPart = (place: number, part: unknown) => packed.map((old, at) => (at === place ? part : old));
  const linkWith = (v: unknown) =>
    `1${compact(JSON.stringify({ s: 'x', t: 0, h: 'A', f: [['A', null, null, null, 0, []]], v }))}`;

  it('is told from one that is none', () => {
    expect(readLink(linkWith([selected, packed]))).toMatchObject({ ok: true, link: { shown: { selected } } });
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a word', 'network'],
    ['an object', {}],
    ['one part', [selected]],
    ['three parts', [selected, packed, 1]],
    ['a number for a key', [1, packed]],
    ['no key', ['', null]],
    ['a key without an end', ['x'.repeat(801), null]],
    ['a network that is a word', [null, 'network']],
    ['a network of four parts', [null, packed.slice(1)]],
    ['a backend that Flannel does not have', [null, withPart(0, 'wireguard')]],
    ['a mode that kube-proxy does not have', [null, withPart(1, 'ipvs')]],
    ['a command in place of a hand', [null, withPart(2, [['ip link set eth0 down', 'node-1']])]],
    ['a node that is none', [null, withPart(2, [['cut', null]])]],
    ['a hand with too much', [null, withPart(2, [['cut', 'node-1', 1]])]],
    ['a kind of packet that is a rule', [null, withPart(2, [['drop', 'node-1', 'tcp -j ACCEPT']])]],
    ['a port that is none', [null, withPart(2, [['block', 'node-1', 65_536]])]],
    ['a port that is a text', [null, withPart(2, [['block', 'node-1', '80']])]],
    ['a device that nodes do not have', [null, withPart(2, [['mtu', 'node-1', 'lo', 1400]])]],
    ['an MTU below the smallest', [null, withPart(2, [['mtu', 'node-1', 'eth0', 575]])]],
    [
      'a hand twice',
      [
        null,
        withPart(2, [
          ['cut', 'node-1'],
          ['cut', 'node-1'],
        ]),
      ],
    ],
    [
      'too many hands',
      [
        null,
        withPart(
          2,
          Array.from({ length: 51 }, (_, n) => ['cut', `n${n}`]),
        ),
      ],
    ],
    ['nothing sent', [null, withPart(3, [])]],
    ['a sender without a line', [null, withPart(3, ['web-0'])]],
    ['a line without an end', [null, withPart(3, ['web-0', 'x'.repeat(201)])]],
    ['a line that is a number', [null, withPart(3, ['web-0', 1])]],
    [
      'more lines than a link says',
      [
        null,
        withPart(
          3,
          Array.from({ length: 42 }, () => 'a'),
        ),
      ],
    ],
    ['a place before the first', [null, withPart(4, -1)]],
    ['a place between two', [null, withPart(4, 0.5)]],
    ['a place that is a word', [null, withPart(4, 'end')]],
  ])('with %s makes the link a damaged one', (_, v) => {
    expect(readLink(linkWith(v))).toEqual({ ok: false, why: 'damaged' });
  });
});
