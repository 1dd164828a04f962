import { describe, expect, it } from 'vitest';
import type { Deployment, Pod } from '@/lib/cluster/objects';
import { threeWayPatch } from '@/lib/kubectl/three-way';
import { deploymentOf, podOf, prompt } from './prompt';

/** A patch of containers, with the names of all in the order of the file. */
const inOrder = (names: readonly string[], ...changed: object[]) => ({
  spec: { '$setElementOrder/containers': names.map((name) => ({ name })), containers: changed },
});

describe('The patch of an apply', () => {
  const containers = (...all: object[]) => ({ spec: { containers: all } });
  it.each<[string, object, object, object, object]>([
    ['is empty when all is said and done', { a: 1 }, { a: 1 }, { a: 1, b: 2 }, {}],
    ['sets what differs', {}, { a: 1 }, { a: 2 }, { a: 1 }],
    ['takes away what the file no longer says', { a: 1, b: 1 }, { a: 1 }, { a: 1, b: 1 }, { b: null }],
    ['leaves what somebody else set', { a: 1 }, { a: 1 }, { a: 1, c: 3 }, {}],
    ['does not take away what is not there', { b: 1 }, {}, {}, {}],
    [
      'goes into maps',
      { m: { x: 1, y: 1 } },
      { m: { x: 2 } },
      { m: { x: 1, y: 1, z: 1 } },
      { m: { x: 2, y: null } },
    ],
    ['takes away a whole map', { m: { x: 1 } }, {}, { m: { x: 1, z: 1 } }, { m: null }],
    ['a null takes away', {}, { a: null }, { a: 1 }, { a: null }],
    [
      'merges containers by name',
      containers({ name: 'a' }),
      containers({ name: 'a', image: 'v2' }),
      containers({ name: 'a', image: 'v1', z: 1 }, { name: 'b' }),
      inOrder(['a'], { name: 'a', image: 'v2' }),
    ],
    [
      'adds a container',
      containers({ name: 'a' }),
      containers({ name: 'a' }, { name: 'b', image: 'x' }),
      containers({ name: 'a', z: 1 }),
      inOrder(['a', 'b'], { name: 'b', image: 'x' }),
    ],
    [
      'deletes a container that the file had',
      containers({ name: 'a' }, { name: 'b' }),
      containers({ name: 'a' }),
      containers({ name: 'a' }, { name: 'b', z: 1 }),
      inOrder(['a'], { $patch: 'delete', name: 'b' }),
    ],
    [
      'replaces a list of plain values',
      { args: ['x'] },
      { args: ['x', 'y'] },
      { args: ['x'] },
      { args: ['x', 'y'] },
    ],
  ])('%s', (_, original, modified, current, patch) => {
    expect(
      threeWayPatch(
        original as Record<string, unknown>,
        modified as Record<string, unknown>,
        current as Record<string, unknown>,
      ),
    ).toEqual(patch);
  });
});

describe('apply', () => {
  it('creates, changes, and says when nothing changes', () => {
    const { type } = prompt({ 'one.yaml': deploymentOf('web', 1), 'three.yaml': deploymentOf('web', 3) });
    expect(type('kubectl apply -f one.yaml').stdout).toEqual(['deployment.apps/web created']);
    expect(type('kubectl apply -f one.yaml').stdout).toEqual(['deployment.apps/web unchanged']);
    expect(type('kubectl apply -f three.yaml').stdout).toEqual(['deployment.apps/web configured']);
    expect(type('kubectl apply -f three.yaml').stdout).toEqual(['deployment.apps/web unchanged']);
  });

  it('keeps what others set and takes away what the file no longer says', () => {
    const { type, cluster } = prompt({
      'v1.yaml': podOf('solo', {}, { app: 'solo', tier: 'front' }),
      'v2.yaml': podOf('solo', {}, { app: 'solo' }),
    });
    type('kubectl apply -f v1.yaml');
    cluster.do({
      verb: 'patch',
      kind: 'Pod',
      name: 'solo',
      type: 'merge',
      body: { metadata: { labels: { mine: 'x' } } },
    });
    type('kubectl apply -f v2.yaml');
    expect(cluster.reading.find<Pod>('Pod', 'default', 'solo')?.metadata.labels).toEqual({
      app: 'solo',
      mine: 'x',
    });
  });

  it('leaves the replicas to others when the file does not say them', () => {
    const { type, cluster } = prompt({ 'web.yaml': deploymentOf('web', undefined) });
    type('kubectl apply -f web.yaml');
    type('kubectl scale deploy web --replicas=5');
    type('kubectl apply -f web.yaml');
    expect(cluster.reading.find<Deployment>('Deployment', 'default', 'web')?.spec.replicas).toBe(2);
    const silent = deploymentOf('api');
    const { replicas: _, ...spec } = silent.spec as Record<string, unknown>;
    const at = prompt({ 'api.yaml': { ...silent, spec } });
    at.type('kubectl apply -f api.yaml');
    at.type('kubectl scale deploy api --replicas=5');
    expect(at.type('kubectl apply -f api.yaml').stdout).toEqual(['deployment.apps/api unchanged']);
    expect(at.cluster.reading.find<Deployment>('Deployment', 'default', 'api')?.spec.replicas).toBe(5);
  });

  it('takes away the settings of a strategy that is no longer the one', () => {
    const { type, cluster } = prompt({
      'rolling.yaml': deploymentOf('web', 1),
      'recreate.yaml': deploymentOf('web', 1, { strategy: { type: 'Recreate' } }),
    });
    type('kubectl apply -f rolling.yaml');
    expect(type('kubectl apply -f recreate.yaml').stdout).toEqual(['deployment.apps/web configured']);
    expect(cluster.reading.find<Deployment>('Deployment', 'default', 'web')?.spec.strategy).toEqual({
      type: 'Recreate',
    });
  });

  it('warns of an object that was not made by apply, and takes it over', () => {
    const { type } = prompt({ 'a.yaml': podOf('a') });
    type('kubectl create -f a.yaml');
    expect(type('kubectl apply -f a.yaml')).toEqual({
      stdout: ['pod/a configured'],
      stderr: [
        expect.stringMatching(
          /^Warning: resource pods\/a is missing the kubectl.kubernetes.io\/last-applied-configuration annotation/,
        ),
      ],
      exit: 0,
    });
    expect(type('kubectl apply -f a.yaml')).toEqual({ stdout: ['pod/a unchanged'], stderr: [], exit: 0 });
  });

  it('does the other documents of a file when one is wrong', () => {
    const { type } = prompt({
      'all.yaml': [podOf('a'), podOf('Bad_Name'), podOf('c')]
        .map((one) => JSON.stringify(one))
        .join('\n---\n'),
    });
    const { stdout, stderr, exit } = type('kubectl apply -f all.yaml');
    expect(stdout).toEqual(['pod/a created', 'pod/c created']);
    expect(stderr[0]).toMatch(/^The Pod "Bad_Name" is invalid: metadata.name: Invalid value: "Bad_Name"/);
    expect(exit).toBe(1);
  });

  it('tries and keeps nothing with --dry-run', () => {
    const { type, cluster } = prompt({ 'a.yaml': podOf('a') });
    const entries = cluster.journal.length;
    expect(type('kubectl apply -f a.yaml --dry-run=client').stdout).toEqual(['pod/a created (dry run)']);
    expect(type('kubectl apply -f a.yaml --dry-run=server').stdout).toEqual([
      'pod/a created (server dry run)',
    ]);
    expect(cluster.journal).toHaveLength(entries);
    expect(cluster.commands).toHaveLength(0);
  });

  it('reads folders, patterns and several files', () => {
    const { type } = prompt({
      'app/a.yaml': podOf('a'),
      'app/b.json': podOf('b'),
      'app/notes.txt': 'x',
      'c.yaml': podOf('c'),
    });
    expect(type('kubectl apply -f app -f c.yaml').stdout).toEqual([
      'pod/a created',
      'pod/b created',
      'pod/c created',
    ]);
    expect(type('kubectl delete -f app/*.yaml').stdout).toEqual(['pod "a" deleted from default namespace']);
  });
});

describe('A file that is no manifest', () => {
  it.each<[string, string, string[]]>([
    ['an empty one', '', ['error: no objects passed to apply']],
    [
      'one without a kind',
      'apiVersion: v1',
      [
        'error: error validating "x.yaml": error validating data: kind not set; if you choose to ignore these errors, turn validation off with --validate=false',
      ],
    ],
    [
      'one without both',
      'a: b',
      [
        'error: error validating "x.yaml": error validating data: [apiVersion not set, kind not set]; if you choose to ignore these errors, turn validation off with --validate=false',
      ],
    ],
    [
      'a kind that nobody knows',
      'apiVersion: v1\nkind: Frog\nmetadata: {name: x}',
      [
        'error: resource mapping not found for name: "x" namespace: "" from "x.yaml": no matches for kind "Frog" in version "v1"',
        'ensure CRDs are installed first',
      ],
    ],
    [
      'a kind that is not modelled',
      'apiVersion: v1\nkind: Secret\nmetadata: {name: x}',
      ['error: not modelled in Podium: Secret in v1'],
    ],
    [
      'one of another namespace',
      'apiVersion: v1\nkind: Pod\nmetadata: {name: x, namespace: shop}',
      [
        'error: the namespace from the provided object "shop" does not match the namespace "other". You must pass \'--namespace=shop\' to perform this operation.',
      ],
    ],
  ])('%s', (_, text, stderr) => {
    const { type } = prompt({ 'x.yaml': text });
    const other = text.includes('shop') ? ' -n other' : '';
    expect(type(`kubectl apply -f x.yaml${other}`)).toEqual({ stdout: [], stderr, exit: 1 });
  });

  it.each([
    ['kind: [', 'error: error parsing x.yaml: error converting YAML to JSON: yaml: line 1: '],
    [
      'a: *b',
      "error: error parsing x.yaml: error converting YAML to JSON: yaml: unknown anchor 'b' referenced",
    ],
  ])('%j does not parse', (text, says) => {
    const { stderr, exit } = prompt({ 'x.yaml': text }).type('kubectl apply -f x.yaml');
    expect(stderr[0]?.startsWith(says)).toBe(true);
    expect(exit).toBe(1);
  });

  it('that is a bomb of aliases is refused at once', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg'])
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    expect(prompt({ 'x.yaml': bomb.join('\n') }).type('kubectl apply -f x.yaml').stderr).toEqual([
      'error: error parsing x.yaml: error converting YAML to JSON: yaml: document contains excessive aliasing',
    ]);
  });

  it('of ten megabytes is refused at once', () => {
    const { stderr } = prompt({ 'x.yaml': `a: ${'b'.repeat(10_000_000)}` }).type('kubectl apply -f x.yaml');
    expect(stderr[0]).toContain('longer than');
  });
});
