import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import type { Command } from '@/lib/cluster/command';
import { commandsOf } from '@/lib/kubectl/commands';
import { manifestsOf } from '@/lib/kubectl/manifests';
import { argumentsOf, shellWords } from '@/lib/kubectl/words';

const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'web' }, spec: {} };
const folder = { manifests: () => [set] };
const ask = (line: string, cluster = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }] })) =>
  commandsOf(line, cluster, folder);
const taken = (line: string): readonly Command[] => {
  const asked = ask(line);
  if (!asked.ok) throw new Error(asked.says);
  return asked.commands;
};

describe('A line is split as a shell splits it', () => {
  it.each<[string, string[] | null]>([
    ['a  b\tc', ['a', 'b', 'c']],
    [`-p '{"a": 1}'`, ['-p', '{"a": 1}']],
    ['"a \\" b" c\\ d', ['a " b', 'c d']],
    ["''", ['']],
    ["'open", null],
    ['', []],
  ])('%s', (line, words) => expect(shellWords(line)).toEqual(words));

  it('takes flags in any order, with = or a blank, long or short', () => {
    const { words, flags } = argumentsOf([
      'pod',
      '--replicas=3',
      '-n',
      'shop',
      'x',
      '--force',
      '--cascade',
      'orphan',
    ]);
    expect(words).toEqual(['pod', 'x']);
    expect(Object.fromEntries(flags)).toEqual({
      replicas: '3',
      namespace: 'shop',
      force: 'true',
      cascade: 'orphan',
    });
  });
});

describe('A kubectl line becomes commands', () => {
  const spec = (body: object, name = 'web', kind = 'Deployment') => ({
    verb: 'patch',
    kind,
    name,
    type: 'strategic',
    body,
  });
  it.each<[string, readonly object[]]>([
    ['kubectl apply -f web.yaml', [{ verb: 'apply', object: set }]],
    ['kubectl delete -f web.yaml', [{ verb: 'delete', kind: 'StatefulSet', name: 'web' }]],
    [
      'kubectl scale sts/web --replicas 5',
      [{ verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 5 }],
    ],
    [
      'kubectl delete pods web-0 web-1 --force',
      [
        { verb: 'delete', kind: 'Pod', name: 'web-0', gracePeriodSeconds: 0 },
        { verb: 'delete', kind: 'Pod', name: 'web-1', gracePeriodSeconds: 0 },
      ],
    ],
    [
      'kubectl delete deployments.apps web --cascade=orphan',
      [{ verb: 'delete', kind: 'Deployment', name: 'web', propagationPolicy: 'Orphan' }],
    ],
    [
      'kubectl set image deploy/web app=app:v2',
      [spec({ spec: { template: { spec: { containers: [{ name: 'app', image: 'app:v2' }] } } } })],
    ],
    ['kubectl label deploy web tier=db old-', [spec({ metadata: { labels: { tier: 'db', old: null } } })]],
    ['kubectl rollout pause deploy/web', [spec({ spec: { paused: true } })]],
    ['kubectl cordon node-1', [spec({ spec: { unschedulable: true } }, 'node-1', 'Node')]],
    [
      'kubectl taint nodes node-1 a=b:NoSchedule',
      [
        {
          verb: 'patch',
          kind: 'Node',
          name: 'node-1',
          type: 'merge',
          body: { spec: { taints: [{ key: 'a', value: 'b', effect: 'NoSchedule' }] } },
        },
      ],
    ],
    [
      `kubectl patch -n shop deploy web --type json -p '[{"op":"remove","path":"/spec/paused"}]'`,
      [
        {
          namespace: 'shop',
          verb: 'patch',
          kind: 'Deployment',
          name: 'web',
          type: 'json',
          body: [{ op: 'remove', path: '/spec/paused' }],
        },
      ],
    ],
  ])('%s', (line, commands) => expect(taken(line)).toEqual(commands));

  it.each([
    ['kubectl scale sts web', 'required flag(s) "replicas" not set'],
    ['kubectl scale sts web --replicas=many', 'strconv.ParseInt: parsing "many": invalid syntax'],
    ['kubectl delete frog x', 'the server doesn\'t have a resource type "frog"'],
    ['kubectl delete pod', 'resource name may not be empty'],
    ['kubectl frob', 'not modelled in Podium: kubectl frob'],
    ['helm install', 'helm: command not found'],
    ["kubectl delete pod 'x", 'a quote stays open'],
  ])('%s is refused', (line, says) => {
    const asked = ask(line);
    expect(asked.ok).toBe(false);
    expect(!asked.ok && asked.says).toContain(says);
  });
});

describe('A manifest file', () => {
  it('gives the objects of all its documents and of its Lists', () => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\n\n---\napiVersion: v1\nkind: List\nitems:\n- {apiVersion: v1, kind: Pod, metadata: {name: b}}\n`;
    expect(manifestsOf(text, 'x.yaml').map(({ metadata }) => metadata.name)).toEqual(['a', 'b']);
  });

  it.each([
    ['kind: [', 'line 1, column'],
    ['a: 1\na: 2', 'line 2, column 1: Map keys must be unique'],
    ['kind: Pod\nmetadata: {name: x}', "Object 'apiVersion' is missing"],
    ['apiVersion: v1\nmetadata: {name: x}', "Object 'Kind' is missing"],
    ['apiVersion: v1\nkind: Pod', 'metadata.name is missing'],
    ['- 1', 'a document must be an object'],
    ['', 'is empty'],
  ])('that holds %j is refused', (text, says) => {
    expect(() => manifestsOf(text, 'x.yaml')).toThrow(says);
  });

  it('that is a bomb of aliases is refused at once', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'])
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    expect(() => manifestsOf(bomb.join('\n'), 'x.yaml')).toThrow(/alias/i);
  });
});
