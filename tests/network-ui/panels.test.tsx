// @vitest-environment happy-dom
import { fireEvent, render, screen, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { fill } from '@/app/_ui/fill';
import { ConnectionRow } from '@/app/_ui/network/connection';
import { FrameBytes } from '@/app/_ui/network/frame-bytes';
import { frameWords } from '@/app/_ui/network/frame-words';
import { Places } from '@/app/_ui/network/places';
import { Reads } from '@/app/_ui/network/reads';
import { whyNotTaken } from '@/app/_ui/network/rule-rows';
import { ruleWords } from '@/app/_ui/network/rule-words';
import { Rules } from '@/app/_ui/network/rules';
import { connect, type Exchange, ping } from '@/lib/network/exchange';
import type { Network } from '@/lib/network/network';
import type { Moment, Xray } from '@/lib/network/xray/view';
import { xrayOf } from '@/lib/network/xray/xray';
import { locales } from '@/lib/text';
import { networkWith, servicePort } from '../network/world';

const look = (send: (network: Network) => Exchange, network = networkWith()): Xray =>
  xrayOf(network, send(network));
const service = (network: Network) => connect(network, 'pod-a', '10.96.0.50', 80);
const xray = look(service);
const [question, answer] = xray.packets as [Xray['packets'][number], Xray['packets'][number]];

/** The frame that passed an interface. */
const frameOn = (on: string, of = question) => of.frames.find((one) => `${one.host}/${one.device}` === on)!;
const gapTo = (on: string, of = question) => of.frames.indexOf(frameOn(on, of));
const atFrame = (gap: number, packet = 0): Moment => ({ at: 'frame', packet, gap });

const texts = (elements: Iterable<Element>) => [...elements].map(({ textContent }) => textContent ?? '');
const panels = {
  rules: (moment: Moment, packet = question, onRule?: (place: number, rule: number) => void) =>
    render(<Rules packet={packet} moment={moment} words={ruleWords.en} {...(onRule && { onRule })} />),
  connection: (moment: Moment, packet = question) =>
    render(<ConnectionRow packet={packet} moment={moment} words={ruleWords.en} />),
  reads: (moment: Moment, packet = question) =>
    render(<Reads packet={packet} moment={moment} words={ruleWords.en} />),
  places: (moment: Moment, packet = question) =>
    render(<Places packet={packet} moment={moment} words={ruleWords.en} />),
};
const current = () => document.querySelector('[aria-current=step]')?.textContent;

describe('the frame', () => {
  const show = (on: string) => render(<FrameBytes frame={frameOn(on)} words={frameWords.en} />);
  const marked = () => texts(document.querySelectorAll('[data-at][data-marked]')).join(' ');
  const byte = (at: number) => document.querySelector(`[data-at="${at}"]`)!;

  test('in a tunnel has outer headers of 50 bytes, added by the node that sent it, and the frame inside', () => {
    show('node-2/eth0');
    expect(screen.getByText('The frame on node-2 / eth0, 124 bytes')).toBeTruthy();
    expect(screen.getByText('outer, added by node-1: 50 bytes')).toBeTruthy();
    expect(screen.getByText('inner frame, with the Pod’s packet: 74 bytes, carried unchanged')).toBeTruthy();
    const lists = screen.getAllByRole('list', { name: 'Layers of the frame' });
    expect(lists.map((list) => texts(list.querySelectorAll('b')))).toEqual([
      ['Ethernet', 'IPv4', 'UDP', 'VXLAN'],
      ['Ethernet', 'IPv4', 'TCP'],
    ]);
  });

  test('without a tunnel has one part', () => {
    show('pod-a/eth0');
    expect(screen.getByText('no envelope: 74 bytes')).toBeTruthy();
    expect(screen.getAllByRole('list', { name: 'Layers of the frame' })).toHaveLength(1);
  });

  test('layers are as wide as they are long', () => {
    show('node-1/eth0');
    const widths = [...document.querySelectorAll<HTMLElement>('li')].flatMap(({ style }) => {
      const bytes = style.getPropertyValue('--bytes');
      return bytes === '' ? [] : [Number(bytes)];
    });
    expect(widths).toEqual([14, 20, 8, 8, 14, 20, 40]);
  });

  test('every byte stands there, and a screen reader gets them as one text', () => {
    show('node-1/eth0');
    expect(document.querySelectorAll('[data-at]')).toHaveLength(124);
    expect(byte(0).closest('[aria-hidden=true]')).toBeTruthy();
    const text = screen.getByText(/^All bytes in hex:/).textContent!;
    expect(text.split(' ').filter((part) => /^[0-9a-f]{2}$/.test(part)).length).toBeGreaterThanOrEqual(124);
  });

  test('bytes that changed are marked as changed, no others', () => {
    show('node-1/cni0');
    const changed = [...document.querySelectorAll<HTMLElement>('[data-changed]')];
    expect(changed.map(({ dataset }) => Number(dataset.at))).toEqual(frameOn('node-1/cni0').changed);
    expect(changed.length).toBeGreaterThan(0);
  });

  test('pointing at a layer or focusing it marks its bytes', () => {
    show('pod-a/eth0');
    const tcp = screen.getByRole('button', { name: /^TCP, 40 bytes from byte 34/ });
    fireEvent.pointerEnter(tcp);
    expect(document.querySelectorAll('[data-at][data-marked]')).toHaveLength(40);
    fireEvent.pointerLeave(tcp);
    expect(marked()).toBe('');
    fireEvent.focus(tcp);
    expect(document.querySelectorAll('[data-at][data-marked]')).toHaveLength(40);
    expect(screen.getByText('Fields of TCP')).toBeTruthy();
  });

  test('pointing at a field marks its bytes', () => {
    show('pod-a/eth0');
    const ttl = screen.getByText('Time to Live').closest('button')!;
    expect(ttl.textContent).toBe('22 Time to Live 64');
    fireEvent.pointerEnter(ttl);
    expect(marked()).toBe('40');
  });

  test('pointing at a byte names its field, in whatever layer it is', () => {
    show('pod-a/eth0');
    fireEvent.pointerOver(byte(37));
    expect(screen.getByText('byte 37, TCP · Destination Port: 80')).toBeTruthy();
    expect(screen.getByText('Destination Port').closest('[data-marked]')).toBeTruthy();
    expect(marked()).toBe('00 50');
    fireEvent.pointerOver(byte(22));
    expect(screen.getByText('byte 22, IPv4 · Time to Live: 64')).toBeTruthy();
  });

  test('a long frame shows the first bytes of what it carries, and all when asked', () => {
    const long = look((network) => ping(network, 'pod-a', '10.244.2.2', 1400)).packets[0]!.frames[0]!;
    render(<FrameBytes frame={long} words={frameWords.en} />);
    expect(document.querySelectorAll('[data-at]').length).toBeLessThan(200);
    expect(screen.getByText('drawn shorter')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Show all 1,442 bytes' }));
    expect(document.querySelectorAll('[data-at]')).toHaveLength(1442);
  });
});

describe('the rules', () => {
  const gap = gapTo('node-1/cni0');
  const atRule = (rule: number): Moment => ({ at: 'rule', packet: 0, gap, place: 0, rule });
  const rows = () => [...document.querySelectorAll('[data-phase]')];
  const bodies = () => texts(document.querySelectorAll('[data-phase] > div > code'));
  const asked = question.gaps[gap]![0]!.hook!.asked;

  test('stand in the order in which they were asked, without the chain before their text', () => {
    panels.rules(atFrame(gap));
    expect(screen.getByText('node-1, PREROUTING').textContent).toContain('table nat');
    expect(bodies()).toEqual(asked.map(({ chain, rule }) => rule.replace(`-A ${chain} `, '')));
    expect(bodies()[0]).toMatch(/-j KUBE-SERVICES$/);
  });

  test('a chain keeps its whole name', () => {
    panels.rules(atFrame(gap));
    const chains = [...document.querySelectorAll<HTMLElement>('code[title]')];
    expect(chains.map(({ title }) => title)).toEqual(asked.map(({ chain }) => chain));
    expect(texts(chains)).toEqual(asked.map(({ chain }) => chain));
  });

  test('a rule that did not match says why, one that took the packet says nothing', () => {
    panels.rules(atFrame(gap));
    const said = rows().map((row) => row.querySelector('p')?.textContent ?? '');
    expect(said.filter(Boolean)).toHaveLength(asked.filter(({ unmatched }) => unmatched).length);
    expect(said).toContain('not taken: it comes from 10.244.1.2, and the rule leaves 10.244.0.0/16 out');
  });

  test('the rule that translates the address is marked as the one that decides, alone', () => {
    panels.rules(atFrame(gap));
    const [one, ...more] = document.querySelectorAll('[data-decides]');
    expect(one?.textContent).toContain('-j DNAT --to-destination 10.244.2.2:8080');
    expect(more).toEqual([]);
  });

  test('a rule that would have decided but did not match is not marked so', () => {
    panels.rules(atFrame(gapTo('node-1/eth0')));
    const masquerade = rows().filter((row) => row.textContent?.includes('-j MASQUERADE'));
    expect(masquerade.length).toBeGreaterThan(0);
    for (const row of masquerade) {
      expect(row.hasAttribute('data-missed')).toBe(true);
      expect(row.hasAttribute('data-decides')).toBe(false);
    }
  });

  test('at a rule it is the current one, and what comes after is not told before it is asked', () => {
    panels.rules(atRule(1));
    expect(rows().map((row) => row.getAttribute('data-phase'))).toEqual(
      asked.map((_, i) => (i === 0 ? 'past' : i === 1 ? 'now' : 'later')),
    );
    expect(rows()[1]!.getAttribute('aria-current')).toBe('step');
    expect(screen.getByText('not yet asked')).toBeTruthy();
    expect(document.body.textContent).not.toContain('not taken');
    expect(document.querySelector('[data-decides]')).toBeNull();
  });

  test('a rule goes to its own moment', () => {
    const onRule = vi.fn();
    panels.rules(atFrame(gap), question, onRule);
    fireEvent.click(screen.getAllByRole('button')[2]!);
    expect(onRule).toHaveBeenCalledWith(0, 2);
  });

  test('a Pod has none, and it says why', () => {
    panels.rules(atFrame(0));
    expect(screen.getByText(/^A Pod has no rules here/)).toBeTruthy();
  });

  test('the nat rules are not asked for an answer, and it says why', () => {
    const back = gapTo('node-1/cni0', answer);
    panels.rules(atFrame(back, 1), answer);
    expect(screen.getAllByText(/only the first packet of a connection asks them/).length).toBeGreaterThan(0);
    expect(bodies().join()).not.toContain('DNAT');
  });

  test('of more than forty in a row that did not match, three stand and the others fold', () => {
    const others = Array.from({ length: 60 }, (_, i) =>
      servicePort({ service: `other-${i}`, clusterIP: `10.96.1.${i}` }),
    );
    const many = look(service, networkWith({ servicePorts: [...others, servicePort()] })).packets[0]!;
    panels.rules(atFrame(gapTo('node-1/cni0', many)), many);
    const before = rows().length;
    const button = screen.getByRole('button', { name: 'and 57 more that were not taken' });
    fireEvent.click(button);
    expect(rows()).toHaveLength(before + 57);
  });

  test('forty in a row stand', () => {
    const others = Array.from({ length: 40 }, (_, i) =>
      servicePort({ service: `other-${i}`, clusterIP: `10.96.1.${i}` }),
    );
    const many = look(service, networkWith({ servicePorts: [...others, servicePort()] })).packets[0]!;
    panels.rules(atFrame(gapTo('node-1/cni0', many)), many);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('the rule of the moment stands even amid rules that fold', () => {
    const others = Array.from({ length: 100 }, (_, i) =>
      servicePort({ service: `other-${i}`, clusterIP: `10.96.1.${i}` }),
    );
    const many = look(service, networkWith({ servicePorts: [...others, servicePort()] })).packets[0]!;
    panels.rules({ ...atRule(50), gap: gapTo('node-1/cni0', many) }, many);
    expect(current()).toContain('10.96.1.49/32');
    expect(screen.getByRole('button', { name: /^and \d+ more, not yet asked$/ })).toBeTruthy();
  });
});

describe('the rules of nftables', () => {
  const nft = look(service, networkWith({ mode: 'nftables' })).packets[0]!;
  const gap = gapTo('node-1/cni0', nft);
  const show = () => panels.rules({ at: 'frame', packet: 0, gap }, nft);

  test('what was looked up in a map stands as a row, with what was found', () => {
    show();
    const rows = texts(screen.getAllByRole('listitem'));
    expect(rows).toContainEqual(
      expect.stringMatching(/^looked up 10\.96\.0\.50 \. tcp \. 80 in service-ips: goto service-/),
    );
    expect(rows).toContain('looked up 10.96.0.50 . tcp . 80 in firewall-ips: no such entry');
  });

  test('a look stands behind the rule that looked', () => {
    show();
    const rows = texts(screen.getAllByRole('listitem'));
    const look = rows.findIndex((row) => row.startsWith('looked up') && row.includes('service-ips'));
    expect(rows[look - 1]).toContain('vmap @service-ips');
  });

  test('a rule that failed before its set was asked has no look', () => {
    const unmatched = { match: 'ct status', isNot: false, wanted: 'dnat', was: '' };
    const hook = {
      ...nft.gaps[gap]![0]!.hook!,
      asked: [
        {
          table: 'nft',
          chain: 'a',
          rule: 'ct status dnat ip saddr @hairpin-connections masquerade',
          unmatched,
        },
        { table: 'nft', chain: 'b', rule: 'ip daddr @cluster-ips accept' },
      ],
      lookups: [{ in: 'cluster-ips', key: '10.96.0.50', found: '10.96.0.50' }],
    };
    const place = { place: 'natPostrouting', host: 'node-1', reads: [], hook } as const;
    panels.rules({ at: 'frame', packet: 0, gap: 0 }, { ...nft, gaps: [[place]] });
    const rows = texts(screen.getAllByRole('listitem'));
    expect(rows).toHaveLength(3);
    expect(rows[2]).toBe('looked up 10.96.0.50 in cluster-ips: it is there');
  });

  test('the rule with dnat decides', () => {
    show();
    expect(texts(document.querySelectorAll('[data-decides] > div'))).toEqual([
      'meta l4proto tcp dnat to 10.244.2.2:8080',
    ]);
  });
});

describe('why a rule was not taken', () => {
  const matches = [
    ...[
      'source',
      'destination',
      'protocol',
      'mark',
      'in',
      'out',
      'tcp',
      'addrtype',
      'conntrack',
      'statistic',
    ],
    ...[
      'ip saddr',
      'ip daddr',
      'th dport',
      'meta l4proto',
      'meta mark',
      'ct state',
      'ct status',
      'fib saddr type',
    ],
  ];
  test.each(locales)('has its own words for every match, what it has and what it wants (%s)', (locale) => {
    const words = ruleWords[locale];
    for (const match of matches) {
      const said = whyNotTaken(words, { match, isNot: false, wanted: 'WANTED', was: 'WAS' });
      expect(said, match).toContain('WAS');
      expect(said, match).toContain('WANTED');
      expect(said, match).not.toBe(
        fill(words.unmatched.other ?? '', { match, wanted: 'WANTED', was: 'WAS' }),
      );
    }
    const general = whyNotTaken(words, { match: 'length', isNot: false, wanted: '40', was: '60' });
    expect(general).toContain('length');
  });

  test('says of the opposite what it leaves out', () => {
    const said = whyNotTaken(ruleWords.en, { match: 'in', isNot: true, wanted: 'cni0', was: 'cni0' });
    expect(said).toBe('it came in by cni0, and the rule leaves cni0 out');
  });

  test('says of a list of recent senders that the sender is not in it', () => {
    const said = whyNotTaken(ruleWords.en, { match: 'recent', isNot: false, wanted: '10800', was: '' });
    expect(said).toBe('its sender has not been here before');
  });

  test('both languages have the same words', () => {
    expect(Object.keys(ruleWords.zh.unmatched)).toEqual(Object.keys(ruleWords.en.unmatched));
  });
});

describe('the connection', () => {
  const gap = gapTo('node-1/cni0');
  const underlined = () => texts(document.querySelectorAll('td b'));
  const cells = () => texts(document.querySelectorAll('tbody td'));

  test('behind DNAT the rows do not mirror each other, and the difference is underlined', () => {
    panels.connection(atFrame(gap));
    expect(screen.getByText(/The second row does not mirror the first/)).toBeTruthy();
    expect(underlined()).toEqual(['10.96.0.50:80', '10.244.2.2:8080']);
    expect(document.body.textContent).toContain('tcp, NEW, [UNREPLIED], not yet confirmed.');
  });

  test('before the rule that translates was asked they still mirror each other', () => {
    panels.connection({ at: 'rule', packet: 0, gap, place: 0, rule: 0 });
    expect(screen.getByText(/nothing is translated/)).toBeTruthy();
    expect(underlined()).toEqual([]);
    expect(cells()[2]).toBe('10.96.0.50:80');
  });

  test('an answer is the second row', () => {
    panels.connection(atFrame(gapTo('node-1/cni0', answer), 1), answer);
    const own = document.querySelector('[data-packet]')!;
    expect(within(own as HTMLElement).getByRole('rowheader').textContent).toBe('expects');
    expect(document.body.textContent).toContain('This packet is the second row');
    expect(document.body.textContent).not.toContain('[UNREPLIED]');
  });

  test('outside of nodes there is none, and it says why', () => {
    panels.connection(atFrame(0));
    expect(screen.getByText(/^pod-a has no rules here, so it keeps no connections/)).toBeTruthy();
    expect(screen.queryByRole('table')).toBeNull();
  });

  test('what came out of the tunnel has none until conntrack looks at it', () => {
    panels.connection(atFrame(gapTo('node-2/flannel.1')));
    expect(screen.getByText('conntrack on node-2 has not looked at this packet yet.')).toBeTruthy();
  });

  test('a packet whose connection nobody knows is INVALID, after conntrack looked', () => {
    const gaps = question.gaps.map((places) =>
      places.map(({ hook, ...place }) => {
        const { connection: _, ...rest } = hook ?? {};
        return hook ? { ...place, hook: rest as typeof hook } : place;
      }),
    );
    panels.connection(atFrame(gap), { ...question, gaps });
    expect(screen.getByText(/knows no connection of this packet: it is INVALID\.$/)).toBeTruthy();
  });

  test('an error is about the connection, and no row of it', () => {
    const gaps = question.gaps.map((places) =>
      places.map((place) => {
        const { hook } = place;
        if (!hook?.connection) return place;
        return { ...place, hook: { ...hook, connection: { ...hook.connection, state: 'RELATED' as const } } };
      }),
    );
    panels.connection(atFrame(gap), { ...question, gaps });
    expect(document.body.textContent).toContain('This packet is an error about this connection.');
    expect(document.querySelector('[data-packet]')).toBeNull();
  });

  test('on the wire it is the connection of the tunnel', () => {
    panels.connection(atFrame(gapTo('node-1/eth0')));
    expect(cells()[1]).toBe('192.168.0.12:8472');
    expect(underlined()).toEqual([]);
  });
});

describe('the tables that were read', () => {
  const rows = () => texts(document.querySelectorAll('dl > div'));

  test('stand in order, with the key, the row and who wrote it', () => {
    panels.reads(atFrame(gapTo('node-1/eth0')));
    expect(rows()[0]).toMatch(
      /^fdbnode-2\/flannel\.1 dst 192\.168\.0\.12 self permanentasked for .*; written by flanneld$/,
    );
    expect(rows()[1]).toMatch(/^route192\.168\.0\.0\/24 dev eth0 proto kernel .*; written by the kernel$/);
  });

  test('of a Pod, the route was written by the CNI bridge plugin', () => {
    panels.reads(atFrame(0));
    expect(rows().find((row) => row.startsWith('route'))).toMatch(
      /^routedefault via 10\.244\.1\.1 dev eth0.*written by the CNI bridge plugin$/,
    );
  });

  test('a key without a row has no entry, and nobody wrote it', () => {
    const read = { kind: 'read', host: 'node-1', table: 'fdb', key: 'node-9/flannel.1' } as const;
    const place = { place: 'vxlanEncap', host: 'node-1', reads: [read] } as const;
    panels.reads(atFrame(0), { ...question, gaps: [[place]] });
    expect(rows()).toEqual(['fdbno entryasked for node-9/flannel.1']);
  });

  test('what is read in a later place is not told yet', () => {
    const gap = gapTo('node-1/eth0');
    panels.reads({ at: 'place', packet: 0, gap, place: 0 });
    expect(rows()[0]).toContain('dst 192.168.0.12');
    expect(rows().at(-1)).toMatch(/^\w+not yet read$/);
  });

  test('where nothing is read it says so', () => {
    panels.reads(atFrame(gapTo('node-1/veth-a')));
    expect(screen.getByText('No table is read on this piece of the way.')).toBeTruthy();
  });
});

describe('the places', () => {
  const states = () => texts(document.querySelectorAll('code'));

  test('are the states that the packet passed up to now; it stands in the last of them', () => {
    panels.places(atFrame(gapTo('node-1/eth0')));
    expect(states()).toEqual([
      ...['socket', 'podNetns', 'eth', 'veth', 'bridge', 'routing', 'forward', 'natPostrouting'],
      ...['eth', 'vxlanEncap', 'natOutput', 'natPostrouting', 'eth'],
    ]);
    expect(current()).toBe('eth');
  });

  test('a place that goes on behind a frame stands once', () => {
    const bridge = { place: 'bridge', host: 'node-1', reads: [] } as const;
    const veth = { place: 'veth', host: 'node-1', reads: [] } as const;
    panels.places(atFrame(1), { ...question, gaps: [[bridge], [bridge, veth]] });
    expect(states()).toEqual(['socket', 'bridge', 'veth']);
  });

  test('at a place it is the current one', () => {
    panels.places({ at: 'place', packet: 0, gap: gapTo('node-1/eth0'), place: 1 });
    expect(current()).toBe('natOutput');
    expect(states().at(-1)).toBe('natOutput');
  });

  test('at the end stands how it ended', () => {
    panels.places({ at: 'end', packet: 0, gap: question.frames.length });
    expect(current()).toBe('delivered');
  });

  test('before the end it is not told how it ends', () => {
    panels.places(atFrame(question.frames.length - 1));
    expect(states()).not.toContain('delivered');
  });
});
