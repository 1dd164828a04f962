import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type AnyStateMachine, type AnyStateNode, StateMachine } from 'xstate';
import { machineOf, machineWords, ruleWords, stateWords } from '@/app/_ui/machine/rule-words';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import { controllers } from '@/lib/cluster/controllers';
import type { Rule } from '@/lib/cluster/controllers/rules';
import { keyOf } from '@/lib/cluster/keys';
import { whyIs } from '@/lib/lab/why';
import { locales } from '@/lib/text';

interface Known {
  readonly rules: readonly string[];
  readonly states: readonly string[];
  /** Rules that may hold about an object; a chart's guards never do. */
  readonly naming: ReadonlySet<string>;
}

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap((child) => nodesOf(child)),
];

/** The guard of each way of a machine; where a way has none, the name by which its action has the journal tell it. */
function rulesOf(machine: AnyStateMachine): string[] {
  const ways = nodesOf(machine.root).flatMap((node) => [
    ...[...node.transitions.values()].flat(),
    ...(node.always ?? []),
  ]);
  const named = ways.flatMap(({ guard, actions }) => {
    const [action] = actions as readonly { readonly params?: { readonly guard?: string } }[];
    return (guard as string | undefined) ?? action?.params?.guard ?? [];
  });
  return [...new Set(named)];
}

const isRule = (value: unknown): value is Rule<unknown> =>
  typeof (value as { holds?: unknown } | undefined)?.holds === 'function';

/** What says that it returns a key: everything else is true or false. */
const returnsKey = ({ holds }: Rule<unknown>): boolean =>
  /\b(about\w*|waitedFor|keyOf)\b/.test(String(holds));

/** Every machine that the code of the model has, by its id: none is named here. */
const known = new Map<string, Known>();
const lib = path.join(import.meta.dirname, '../../lib');
for (const file of readdirSync(lib, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.machine.ts')) continue;
  const found: unknown[] = Object.values(await import(/* @vite-ignore */ path.join(lib, file)));
  const rules = found.flat().filter(isRule);
  const fictions = rules.filter((rule) => 'before' in rule);
  for (const machine of found) {
    if (!(machine instanceof StateMachine)) continue;
    const leaves = nodesOf(machine.root).filter(({ states }) => Object.keys(states).length === 0);
    known.set(machine.id, {
      rules: [...rulesOf(machine), ...fictions.map(({ name }) => name)],
      states: [
        ...new Set([
          ...leaves.map(({ path: steps }) => steps.join('.')),
          ...fictions.map(({ state }) => state),
        ]),
      ],
      naming: new Set(rules.filter(returnsKey).map(({ name }) => name)),
    });
  }
}

const named = /\{about(:[^}]*)?\}/;
const wordsIn = (text: string): number => text.split(/\s+/).length;
/** A Chinese character, or a word or name in Latin letters. */
const unitsIn = (text: string): number =>
  text.match(/\p{Script=Han}|[\p{Script=Latin}\d][\p{Script=Latin}\d.\-/]*/gu)?.length ?? 0;

test('every machine that the cluster runs is one of those of the code', () => {
  const running = controllers.flatMap(({ machine }) => machine ?? []);
  expect([...running, 'pod', 'container', 'probe', 'packet'].filter((id) => !known.has(id))).toEqual([]);
  expect(known.get('statefulset')?.naming).toContain('replicaIsNotReady');
  expect(known.get('statefulset')?.naming).not.toContain('templateIsNew');
});

test.each(locales)('every machine has words, and none is left over (%s)', (locale) => {
  expect(Object.keys(machineWords[locale]).sort()).toEqual([...known.keys()].sort());
});

describe.each(locales)('in %s', (locale) => {
  test.each([...known])(
    'every rule and every state of %s has words, and none is left over',
    (id, machine) => {
      const words = machineWords[locale][id];
      expect(Object.keys(words?.rules ?? {}).sort()).toEqual([...machine.rules].sort());
      expect(Object.keys(words?.states ?? {}).sort()).toEqual([...machine.states].sort());
    },
  );

  test.each([...known])('a rule of %s names an object only if it holds about one', (id, { naming }) => {
    const texts = Object.entries(machineWords[locale][id]?.rules ?? {}).filter(([, text]) =>
      named.test(text),
    );
    expect(texts.map(([rule]) => rule).filter((rule) => !naming.has(rule))).toEqual([]);
  });

  test.each([...known])('no two rules of %s, and no two states, are said alike', (id, { rules, states }) => {
    for (const about of [undefined, 'Pod/default/web-0']) {
      const said = rules.map((rule) => ruleWords(locale, id, rule, about));
      expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
    }
    const said = states.map((state) => stateWords(locale, id, state));
    expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
  });

  test.each([...known])('the words of %s are short, and end as they should', (id, { rules, states }) => {
    for (const rule of rules)
      for (const text of [ruleWords(locale, id, rule), ruleWords(locale, id, rule, 'Pod/default/web-0')]) {
        expect(locale === 'en' ? wordsIn(text) : unitsIn(text) / 2, text).toBeLessThanOrEqual(9);
        expect(text, rule).not.toMatch(/[{}!！]|[.,;:?。，；：？、]$/);
      }
    for (const state of states) {
      const text = stateWords(locale, id, state) ?? '';
      expect(locale === 'en' ? wordsIn(text) : unitsIn(text) / 2, text).toBeLessThanOrEqual(14);
      expect(text, state).toMatch(locale === 'en' ? /^[^!{}]+[^.]\.$/ : /^[^!！{}]+[^。]。$/);
    }
  });
});

test('English rules start in lower case, and nothing is called simple', () => {
  for (const { rules, states } of Object.values(machineWords.en)) {
    for (const text of Object.values(rules))
      expect(text).not.toMatch(/^(A|An|All|Every|It|No|Some|The|There|Too|Whatever)\b/);
    for (const text of [...Object.values(rules), ...Object.values(states)])
      expect(text).not.toMatch(/\b(simpl[ey]|just|eas(y|ily)|obviously)\b/i);
  }
});

test('a rule names its object, or says what it would be', () => {
  expect(ruleWords('en', 'statefulset', 'replicaIsNotReady', 'Pod/default/web-0')).toBe('web-0 is not Ready');
  expect(ruleWords('en', 'statefulset', 'replicaIsNotReady')).toBe('a Pod is not Ready');
  expect(ruleWords('zh', 'statefulset', 'replicaIsNotReady')).toBe('某个 Pod 未就绪');
  expect(ruleWords('en', 'daemonset', 'nodeLacksPod', 'Node//node-2')).toBe('node-2 lacks its Pod');
  expect(ruleWords('en', 'daemonset', 'nodeLacksPod')).toBe('a node lacks its Pod');
});

test('two machines may say a rule of the same name each in its own way', () => {
  expect(ruleWords('en', 'statefulset', 'hasTooManyReplicas')).toBe('a Pod is one too many');
  expect(ruleWords('en', machineOf('replicaset.machine'), 'hasTooManyReplicas')).toBe(
    'there are more Pods than replicas',
  );
});

test('a rule without words is said by its own name, a state without words not at all', () => {
  expect(ruleWords('en', 'statefulset', 'podIsNotReady', 'web-0')).toBe('web-0: Pod is not Ready');
  expect(ruleWords('en', undefined, 'replicaIsNotReady')).toBe('replica is not Ready');
  expect(stateWords('en', 'statefulset', 'dreaming')).toBeUndefined();
});

test('an answer to why says of each rule whose it is, and both languages have words for it', () => {
  const template = {
    metadata: { labels: { app: 'web' } },
    spec: { containers: [{ name: 'app', image: 'app:v1' }] },
  };
  const selector = { matchLabels: { app: 'web' } };
  const apply = (kind: string, name: string, spec: object): Command => ({
    verb: 'apply',
    object: { apiVersion: 'apps/v1', kind, metadata: { name }, spec },
  });
  const cluster = new Cluster({ seed: 3, nodes: [{ name: 'node-1' }] });
  for (const command of [
    apply('Deployment', 'shop', { replicas: 2, selector, template }),
    apply('StatefulSet', 'db', { replicas: 2, serviceName: 'db', selector, template }),
  ]) {
    expect(cluster.do(command).ok).toBe(true);
    cluster.run(cluster.nowMs + 10_000);
  }
  const links = ['Pod', 'ReplicaSet']
    .flatMap((kind) => cluster.reading.list(kind))
    .flatMap((object) => whyIs(cluster.journal, keyOf(object)))
    .filter(({ rule }) => rule !== undefined);
  const rules = new Set(links.map(({ machine, rule }) => `${machine} ${rule}`));
  expect([...rules].sort()).toEqual([
    'deployment newReplicaSetIsMissing',
    'replicaset hasTooFewReplicas',
    'scheduler nodeFits',
    'statefulset ordinalIsMissing',
  ]);
  for (const { machine = '', rule = '' } of links)
    for (const locale of locales) expect(machineWords[locale][machine]?.rules[rule]).toBeDefined();
});
