import { describe, expect, it } from 'vitest';
import type { Node } from '@/lib/cluster/objects';
import { deploymentOf, podOf, prompt } from './prompt';

const node = (cluster: ReturnType<typeof prompt>['cluster']) =>
  cluster.reading.find<Node>('Node', '', 'node-1');

describe('taint', () => {
  it.each<[string[], string[], object[] | undefined]>([
    [['a=b:NoSchedule'], ['node/node-1 tainted'], [{ key: 'a', value: 'b', effect: 'NoSchedule' }]],
    [['a:NoExecute'], ['node/node-1 tainted'], [{ key: 'a', effect: 'NoExecute' }]],
    [['a=b:NoSchedule', 'a-'], ['node/node-1 tainted', 'node/node-1 untainted'], undefined],
    [
      ['a=b:NoSchedule', 'a:NoExecute', 'a:NoSchedule-'],
      ['node/node-1 tainted', 'node/node-1 tainted', 'node/node-1 untainted'],
      [{ key: 'a', effect: 'NoExecute' }],
    ],
    [
      ['a=b:NoSchedule', 'a=c:NoSchedule --overwrite'],
      ['node/node-1 tainted', 'node/node-1 modified'],
      [{ key: 'a', value: 'c', effect: 'NoSchedule' }],
    ],
  ])('%j', (specs, says, taints) => {
    const { type, cluster } = prompt();
    expect(specs.flatMap((spec) => type(`kubectl taint nodes node-1 ${spec}`).stdout)).toEqual(says);
    expect(node(cluster)?.spec.taints).toEqual(taints);
  });

  it.each([
    ['kubectl taint', 'one or more resources must be specified as <resource> <name>'],
    ['kubectl taint nodes node-1', 'at least one taint update is required'],
    [
      'kubectl taint nodes a=b:NoSchedule',
      "at least one resource name must be specified since 'all' parameter is not set",
    ],
    ['kubectl taint pods x a=b:NoSchedule', 'invalid resource type pods, only node types are supported'],
    ['kubectl taint nodes node-1 a=b:Never', 'invalid taint effect: Never, unsupported taint effect'],
    ['kubectl taint nodes node-1 a=b', 'invalid taint spec: a=b'],
    [
      'kubectl taint nodes node-1 a=b:NoSchedule x',
      'all resources must be specified before taint changes: x',
    ],
    ['kubectl taint nodes node-1 a-', 'taint "a" not found'],
    [
      'kubectl taint nodes node-1 a:NoSchedule a-',
      'can not both modify and remove the following taint(s) in the same command: a=',
    ],
  ])('%s is refused', (line, says) => {
    const { stderr, exit } = prompt().type(line);
    expect(stderr[0]).toContain(`error: ${says}`);
    expect(exit).toBe(1);
  });
});

describe('drain', () => {
  const started = (budget?: object) => {
    const at = prompt({
      'web.yaml': deploymentOf('web', 1),
      'solo.yaml': podOf('solo', { terminationGracePeriodSeconds: 1 }, { app: 'solo' }),
      'files.yaml': podOf('files', { volumes: [{ name: 'd', emptyDir: {} }] }),
      'pdb.yaml': {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: { name: 'web' },
        spec: budget,
      },
    });
    at.type('kubectl create -f web.yaml');
    if (budget) at.type('kubectl create -f pdb.yaml');
    at.wait(3);
    return at;
  };

  it('cordons, evicts, waits, and says so', () => {
    const { type, cluster } = started();
    const { stdout, exit } = type('kubectl drain node-1');
    const [pod] = stdout[1]?.split('/').slice(-1) ?? [];
    expect(stdout).toEqual([
      'node/node-1 cordoned',
      `evicting pod default/${pod}`,
      `pod/${pod} evicted`,
      'node/node-1 drained',
    ]);
    expect(exit).toBe(0);
    expect(node(cluster)?.spec.unschedulable).toBe(true);
    expect(cluster.reading.podsOn('node-1')).toEqual([]);
  });

  it.each([
    [
      'solo.yaml',
      '',
      'cannot delete Pods that declare no controller (use --force to override): default/solo',
    ],
    [
      'files.yaml',
      '',
      'cannot delete Pods with local storage (use --delete-emptydir-data to override): default/files',
    ],
  ])('does nothing while %s is in the way', (file, flags, why) => {
    const { type, cluster } = started();
    type(`kubectl create -f ${file}`);
    cluster.run(cluster.nowMs + 2000);
    const { stdout, stderr, exit } = type(`kubectl drain node-1 ${flags}`);
    expect(stdout).toEqual(['node/node-1 cordoned']);
    expect(stderr).toEqual([
      `error: unable to drain node "node-1" due to error: ${why}, continuing command...`,
      'There are pending nodes to be drained:',
      ' node-1',
      why,
    ]);
    expect(exit).toBe(1);
    expect(cluster.reading.podsOn('node-1')).toHaveLength(2);
  });

  it('asks a budget again every five seconds, until its time is over', () => {
    const { type, cluster } = started({ minAvailable: 1, selector: { matchLabels: { app: 'web' } } });
    const before = cluster.nowMs;
    const { stdout, stderr, exit } = type('kubectl drain node-1 --timeout=12s');
    expect(cluster.nowMs - before).toBe(12_000);
    expect(stdout.filter((line) => line.startsWith('evicting pod'))).toHaveLength(4);
    expect(stderr[0]).toMatch(
      /^error when evicting pods\/"web-\S+" -n "default" \(will retry after 5s\): Cannot evict pod as it would violate the pod's disruption budget\.$/,
    );
    expect(stderr.join('\n')).toContain('global timeout reached: 12s');
    expect(exit).toBe(1);
  });
});

describe('wait', () => {
  const started = () => {
    const at = prompt({ 'a.yaml': podOf('a'), 'web.yaml': deploymentOf('web') });
    at.type('kubectl create -f a.yaml -f web.yaml');
    return at;
  };

  it.each([
    ['kubectl wait --for=condition=Ready pod/a', ['pod/a condition met']],
    ['kubectl wait --for=condition=available deploy/web', ['deployment.apps/web condition met']],
    ["kubectl wait --for=jsonpath='{.status.phase}'=Running pod/a", ['pod/a condition met']],
    ["kubectl wait --for=jsonpath='{.status.podIP}' pod/a", ['pod/a condition met']],
    ['kubectl wait --for=condition=ready=FALSE pod/a', ['pod/a condition met']],
    ['kubectl wait --for=create pod/a', ['pod/a condition met']],
    ['kubectl wait --for=delete pod/nope', []],
  ])('%s', (line, stdout) => {
    expect(started().type(line).stdout).toEqual(stdout);
  });

  it.each([
    [
      'kubectl wait --for=condition=Never pod/a --timeout=2s',
      'error: timed out waiting for the condition on pods/a',
      2000,
    ],
    [
      'kubectl wait --for=delete pod/a --timeout=2s',
      'error: timed out waiting for the condition on pods/a',
      2000,
    ],
    ['kubectl wait --for=condition=Never pod/a --timeout=0s', 'error: condition not met for pods/a', 0],
    ['kubectl wait --for=create pod/nope --timeout=1s', 'error: timed out waiting for the condition', 1000],
    ['kubectl wait --for=condition=Ready pod/nope', 'Error from server (NotFound): pods "nope" not found', 0],
    ['kubectl wait --for=happiness pod/a', 'error: unrecognized condition: "happiness"', 0],
    ['kubectl wait pod/a', 'error: unrecognized condition: []', 0],
    ['kubectl wait --for=condition=Ready pods -l app=none', 'error: no matching resources found', 0],
  ])('%s', (line, says, tookMs) => {
    const { type, cluster } = started();
    const before = cluster.nowMs;
    expect(type(line)).toMatchObject({ stderr: [says], exit: 1 });
    expect(cluster.nowMs - before).toBe(tookMs);
  });
});
