import { expect, test } from 'vitest';
import { narratorOf, spoken } from '@/app/_ui/network/packet-sentence';
import { whyNotTaken } from '@/app/_ui/network/rule-rows';
import { ruleWords } from '@/app/_ui/network/rule-words';
import { packetWords } from '@/app/_ui/network/words';
import { getPacketPaths, getPacketScenario } from '@/lib/course/packets';
import type { PacketScenario } from '@/lib/lab/packet-path';
import { firstChoice, type PacketChoice, runPacket } from '@/lib/lab/packet-run';
import { locales } from '@/lib/text';

const scenarios = getPacketPaths().map(({ id }) => getPacketScenario(id) as PacketScenario);
const named = (id: string) => scenarios.find((one) => one.id === id) as PacketScenario;

/** Every way of a path, and its first way with each hand. */
const choicesOf = (scenario: PacketScenario): PacketChoice[] => {
  const first = firstChoice(scenario);
  const ways = scenario.ways.map(({ from, line }): PacketChoice => ({ ...first, sent: [{ from, line }] }));
  const hands = scenario.hands.map(
    ({ id, send }): PacketChoice => ({ ...first, hands: [id], sent: send ? [send] : first.sent }),
  );
  return [...ways, ...hands].flatMap((one) => [one, { ...one, mode: 'nftables', backend: 'host-gw' }]);
};

/** All that is said over one exchange, moment by moment. */
const told = (scenario: PacketScenario, choice: PacketChoice, locale: (typeof locales)[number] = 'en') => {
  const run = runPacket(scenario, choice);
  const narrator = narratorOf(locale, run, choice.sent.at(-1)?.from ?? '');
  const count = Math.max(1, run.xray.moments.length);
  return Array.from({ length: count }, (_, at) => narrator.at(at));
};

const frames = (id: string, change: Partial<PacketChoice> = {}) => {
  const scenario = named(id);
  const choice = { ...firstChoice(scenario), ...change };
  const { xray } = runPacket(scenario, choice);
  const all = told(scenario, choice);
  return all.flatMap((said, at) => {
    const where = xray.moments[at]?.at;
    return where === 'frame' || where === 'end' ? [said] : [];
  });
};

test.each(scenarios.map((one) => [one.id, one] as const))(
  'in every moment of %s a sentence of at most fourteen words is said, with nothing left to fill in',
  (_, scenario) => {
    const wrong = locales.flatMap((locale) =>
      choicesOf(scenario).flatMap((choice) =>
        told(scenario, choice, locale).flatMap(({ key, sentence, detail, where }) => {
          const isWhole = !/\{\w+\}|undefined|NaN/.test(`${sentence} ${detail} ${where}`);
          const isSentence =
            (locale === 'en' ? /^[A-Z0-9`].*\.$/ : /。$/).test(sentence) && !/[!！]/.test(sentence);
          const isShort = spoken(sentence).split(' ').length <= 14;
          return isWhole && isSentence && isShort ? [] : [`${key}: ${sentence} ${detail} ${where}`];
        }),
      ),
    );
    expect([...new Set(wrong)]).toEqual([]);
  },
);

test('the way to a Service is told by what happens to the packet, there and back', () => {
  expect(frames('pod-to-service').map(({ key }) => key)).toEqual([
    'leaves',
    'enters',
    'dnatService',
    'routed',
    'tunnelled',
    'stillTunnelled',
    'untunnelled',
    'routed',
    'passes',
    'enters',
    'arrived',
    'answerLeaves',
    'enters',
    'passes',
    'routed',
    'tunnelled',
    'stillTunnelled',
    'untunnelled',
    'undoneDnat',
    'passes',
    'enters',
    'answered',
  ]);
});

test('without a tunnel nothing is said of one', () => {
  const keys = new Set(frames('across-nodes', { backend: 'host-gw' }).map(({ key }) => key));
  expect([...keys].filter((key) => /tunnel/i.test(key))).toEqual([]);
  expect(keys).toContain('routed');
});

test('who answered is said at the end, with the address that it saw', () => {
  expect(frames('pod-to-service').at(-1)?.sentence).toMatch(
    /^`far` answered; it saw the packet come from `10\.244\.1\.\d+`\.$/,
  );
});

test('a packet that a rule drops ends with the host and the rule', () => {
  const last = frames('across-nodes', { hands: ['block-8472'] }).at(-1);
  expect(last?.key).toBe('droppedByRule');
  expect(last?.sentence).toMatch(/^A rule on `node-\d` dropped the SYN\.$/);
  expect(last?.detail).toContain('8472');
});

test('both languages have words for the same things', () => {
  const shape = (value: unknown): unknown =>
    typeof value === 'string'
      ? [...value.matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
      : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, shape(inner)]));
  expect(shape(packetWords.zh)).toEqual(shape(packetWords.en));
});

test('an answer is called one also where both ends are in one Pod', () => {
  const keys = frames('same-pod').map(({ key }) => key);
  expect(keys.filter((key) => key === 'leaves')).toHaveLength(1);
  expect(keys).toContain('answerLeaves');
});

test('where no address was changed, nothing is said of changes to undo', () => {
  expect(frames('across-nodes').at(-1)?.key).toBe('answeredAsSent');
  expect(frames('out-to-the-internet').at(-1)?.key).toBe('answered');
});

const way = (id: string, wayId: string, change: Partial<PacketChoice> = {}) => {
  const { from, line } = named(id).ways.find((one) => one.id === wayId) as PacketScenario['ways'][number];
  return frames(id, { sent: [{ from, line }], ...change });
};

test('what a node changes before the first frame is said, and counts as a change', () => {
  const all = way('pod-to-service', 'from-node');
  expect(all[0]?.key).toBe('translated');
  expect(all[0]?.sentence).toMatch(
    /^On `node-1` both ends changed: from `10\.244\.1\.0:\d+`, to `10\.244\.2\.2:8080`\.$/,
  );
  expect(all[0]?.detail).toContain('`10.96.0.21:80`');
  expect(all.at(-1)?.key).toBe('answered');
});

test('where one host changes both ends, neither change is passed over', () => {
  const keys = way('in-from-outside', 'node-port').map(({ key }) => key);
  expect(keys).toContain('translated');
  expect(keys).toContain('undone');
});

test('a ping is answered by who saw the address that the node put there', () => {
  const last = way('out-to-the-internet', 'other-node').at(-1);
  expect(last?.sentence).toBe('`192.168.0.12` answered; it saw the packet come from `192.168.0.11`.');
});

test('an answer of the proxy itself is told with its status, and why', () => {
  const noHost = way('in-from-outside', 'ingress-no-host').at(-1);
  expect(noHost?.key).toBe('httpNoRoute');
  expect(noHost?.sentence).toBe('The proxy `ingress` answered itself, with status 404.');
  const notReady = way('in-from-outside', 'ingress', { hands: ['far-not-ready'] }).at(-1);
  expect(notReady?.key).toBe('httpNoEndpoints');
  expect(notReady?.sentence).toContain('503');
});

test('where the connection that a proxy opens is lost, the sentence says so and what the proxy answers', () => {
  const scenario = named('in-from-outside');
  const sent = scenario.ways.filter(({ id }) => id === 'ingress' || id === 'gateway');
  const lost = sent.flatMap(({ from, line }) =>
    scenario.hands.flatMap(({ id }) => {
      const choice = { ...firstChoice(scenario), hands: [id], sent: [{ from, line }] };
      const { xray } = runPacket(scenario, choice);
      const { ending, packets } = xray;
      if (ending.how !== 'http' || packets.at(-1)?.loss === undefined) return [];
      return [{ status: ending.status, said: told(scenario, choice).at(-1) }];
    }),
  );
  expect(new Set(lost.map(({ status }) => status))).toEqual(new Set([503, 504]));
  for (const { status, said } of lost) {
    expect(said?.key).toBe('httpLost');
    expect(said?.sentence).toMatch(new RegExp(`^The SYN was lost on .+ answers with status ${status}\\.$`));
    expect(said?.detail).not.toBe('');
  }
});

test('behind a proxy it is said whom it names as the client', () => {
  const last = way('in-from-outside', 'ingress', { hands: ['local-policy'] }).at(-1);
  expect(last?.key).toBe('answeredThrough');
  expect(last?.detail).toContain('`203.0.113.9`');
});

test('only what refuses is called refused; an error on the way is told as an error', () => {
  expect(way('pod-to-service', 'empty').at(-1)?.key).toBe('error');
  expect(way('pod-to-service', 'wrong-port').at(-1)?.key).toBe('errorBack');
  expect(way('pod-to-service', 'wrong-port', { mode: 'nftables' }).at(-1)?.key).toBe('error');
});

test('an answer from an address that was not asked is told as a stranger’s', () => {
  const all = way('pod-to-service', 'near', { hands: ['hide-bridged'] });
  expect(all.find(({ key }) => key === 'stranger')?.sentence).toBe(
    'The SYN-ACK arrived at Pod `client`, which never asked `10.244.1.3:8080`.',
  );
});

test('which of a packet’s addresses a rule asks for is said', () => {
  const run = runPacket(named('in-from-outside'), {
    ...firstChoice(named('in-from-outside')),
    sent: [{ from: 'outside', line: 'app get http://192.168.0.12:30081/' }],
  });
  const said = run.xray.packets.flatMap(({ gaps }) =>
    gaps
      .flat()
      .flatMap(({ hook }) =>
        (hook?.asked ?? []).flatMap(({ rule, unmatched }) =>
          unmatched && rule.includes('-type LOCAL')
            ? [[rule, whyNotTaken(ruleWords.en, unmatched)] as const]
            : [],
        ),
      ),
  );
  const about = (type: string) =>
    said.filter(([rule, why]) => rule.includes(type) && why.startsWith('the address'));
  expect(about('--src-type').map(([, why]) => why)).toContain(
    'the address that it comes from is of the type UNICAST, not LOCAL',
  );
  for (const [, why] of about('--dst-type')) expect(why).toContain('that it goes to');
});

test('of nftables the entry that ended the packet is told, not the rule that only looked it up', () => {
  const mode = 'nftables' as const;
  const ending = (id: string, wayId: string) =>
    way(id, wayId, { mode }).find(({ key }) => key === 'refusedByRule' || key === 'droppedByRule')?.detail;
  expect(ending('pod-to-service', 'empty')).toContain(
    '`no-endpoint-services { 10.96.0.24 . tcp . 80 : goto reject-chain }`',
  );
  expect(ending('in-from-outside', 'local-without-endpoint')).toContain(
    '`no-endpoint-nodeports { tcp . 30081 : drop }`',
  );
  expect(ending('pod-to-service', 'wrong-port')).toContain('ip daddr @cluster-ips reject');
});

test('who hears the rules one by one hears each rule and why it did not take the packet', () => {
  const choice = firstChoice(named('pod-to-service'));
  const { xray } = runPacket(named('pod-to-service'), choice);
  const all = told(named('pod-to-service'), choice);
  const heard = xray.moments.flatMap(({ at, packet }, i) =>
    at === 'rule' && packet === 0 ? [all[i]?.heard ?? ''] : [],
  );
  const inPrerouting = heard.slice(0, 7);
  expect(inPrerouting[0]).toMatch(
    /^In PREROUTING on node-1 this rule takes the packet\. .*-j KUBE-SERVICES$/,
  );
  expect(inPrerouting[1]).toMatch(
    /-d 10\.96\.0\.20\/32 .* Not taken: it goes to 10\.96\.0\.21, not to 10\.96\.0\.20\/32\.$/,
  );
  expect(new Set(inPrerouting).size).toBe(inPrerouting.length);
});

test('a device that is down is named where it is, also at the other end of a cable', () => {
  const last = way('same-pod', 'other-pod', { hands: ['unplug-client'] }).at(-1);
  expect(last?.sentence).toBe('The SYN ended on Pod `client`: `node-1/veth-client` is down.');
});
