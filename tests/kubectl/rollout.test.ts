import { describe, expect, it } from 'vitest';
import type { Deployment } from '@/lib/cluster/objects';
import { deploymentOf, podOf, prompt } from './prompt';

const daemonSet = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent' },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    template: {
      metadata: { labels: { app: 'agent' } },
      spec: { containers: [{ name: 'app', image: 'app:v1' }] },
    },
  },
};

const started = (spec: object = {}) => {
  const at = prompt({
    'web.yaml': deploymentOf('web', 2, spec),
    'ds.yaml': daemonSet,
    'pod.yaml': podOf('solo'),
  });
  at.type('kubectl create -f web.yaml');
  return at;
};

const imageTo = (image: string) => ({
  verb: 'patch' as const,
  kind: 'Deployment',
  name: 'web',
  type: 'strategic' as const,
  body: { spec: { template: { spec: { containers: [{ name: 'app', image }] } } } },
});

describe('rollout status', () => {
  it('says how far it is each time that the object is written, and ends when it is done', () => {
    const { type } = started();
    const { stdout, exit } = type('kubectl rollout status deployment/web');
    expect(stdout.at(0)).toBe('Waiting for deployment spec update to be observed...');
    expect(stdout).toContain(
      'Waiting for deployment "web" rollout to finish: 0 of 2 updated replicas are available...',
    );
    expect(stdout.at(-1)).toBe('deployment "web" successfully rolled out');
    expect(exit).toBe(0);
  });

  it('ends with 1 when the deadline has passed', () => {
    const { type, wait, cluster } = started({ progressDeadlineSeconds: 5 });
    type('kubectl rollout status deployment/web');
    cluster.do(imageTo('localhost:1/absent:v1'));
    wait(8);
    expect(type('kubectl rollout status deployment/web')).toMatchObject({
      stderr: ['error: deployment "web" exceeded its progress deadline'],
      exit: 1,
    });
  });

  it('waits no longer than it is told', () => {
    const { type, cluster } = started();
    type('kubectl rollout status deployment/web');
    type('kubectl rollout pause deployment/web');
    cluster.do(imageTo('app:v2'));
    const before = cluster.nowMs;
    expect(type('kubectl rollout status deployment/web --timeout=2s')).toMatchObject({
      stderr: ['error: timed out waiting for the condition'],
      exit: 1,
    });
    expect(cluster.nowMs - before).toBe(2000);
  });

  it('looks once with --watch=false', () => {
    const { type, cluster } = started();
    const before = cluster.nowMs;
    expect(type('kubectl rollout status deployment/web --watch=false').stdout).toHaveLength(1);
    expect(cluster.nowMs).toBe(before);
  });

  it.each([
    ['kubectl rollout status', 'error: required resource not specified'],
    ['kubectl rollout status deploy/nope', 'Error from server (NotFound): deployments.apps "nope" not found'],
    ['kubectl rollout status pod/solo', 'error: no status viewer has been implemented for Pod'],
    ['kubectl rollout history pod/solo', 'error: no history viewer has been implemented for "Pod"'],
    ['kubectl rollout undo pod/solo', 'error: no rollbacker has been implemented for "Pod"'],
    ['kubectl rollout undo deploy/web', 'error: no rollout history found for deployment "web"'],
    [
      'kubectl rollout undo deploy/web --to-revision=9',
      'error: unable to find specified revision 9 in history',
    ],
    ['kubectl rollout history deploy/web --revision=9', 'error: unable to find the specified revision'],
    ['kubectl rollout resume deploy/web', 'error: deployments.apps "web" is not paused'],
    ['kubectl rollout pause pod/solo', 'error: pods "solo" pausing is not supported'],
    ['kubectl rollout restart pod/solo', 'error: pods "solo" restarting is not supported'],
    ['kubectl rollout frob', 'error: unknown command "frob"'],
  ])('%s', (line, says) => {
    const { type, wait } = started();
    type('kubectl create -f pod.yaml');
    wait(1);
    const { stderr, exit } = type(line);
    expect(stderr[0]).toBe(says);
    expect(exit).toBe(1);
  });
});

describe('rollout undo', () => {
  it('brings back the template before, under a new revision', () => {
    const { type, cluster } = started();
    type('kubectl rollout status deploy/web');
    cluster.do(imageTo('app:v2'));
    type('kubectl rollout status deploy/web');
    expect(type('kubectl rollout undo deploy/web').stdout).toEqual(['deployment.apps/web rolled back']);
    type('kubectl rollout status deploy/web');
    const web = cluster.reading.find<Deployment>('Deployment', 'default', 'web');
    expect(web?.spec.template.spec.containers[0]?.image).toBe('app:v1');
    expect(type('kubectl rollout history deploy/web').stdout).toEqual([
      'deployment.apps/web',
      'REVISION  CHANGE-CAUSE',
      '2         <none>',
      '3         <none>',
      '',
    ]);
    expect(type('kubectl rollout undo deploy/web --to-revision=3').stdout).toEqual([
      'deployment.apps/web skipped rollback (current template already matches revision 3)',
    ]);
  });

  it('does nothing to a paused Deployment', () => {
    const { type, cluster } = started();
    type('kubectl rollout status deploy/web');
    cluster.do(imageTo('app:v2'));
    type('kubectl rollout status deploy/web');
    type('kubectl rollout pause deploy/web');
    expect(type('kubectl rollout undo deploy/web').stderr).toEqual([
      "error: you cannot rollback a paused deployment; resume it first with 'kubectl rollout resume' and try again",
    ]);
  });
});

describe('rollout restart', () => {
  it('makes new Pods of the same template, and not twice within a second', () => {
    const { type, wait, cluster } = started();
    type('kubectl rollout status deploy/web');
    const before = cluster.reading.list('Pod').map(({ metadata }) => metadata.uid);
    expect(type('kubectl rollout restart deploy/web').stdout).toEqual(['deployment.apps/web restarted']);
    expect(type('kubectl rollout restart deploy/web').stderr[0]).toMatch(
      /^error: failed to create patch for web: if restart/,
    );
    type('kubectl rollout status deploy/web');
    wait(3);
    const after = cluster.reading.list('Pod').map(({ metadata }) => metadata.uid);
    expect(after).toHaveLength(2);
    expect(after.filter((uid) => before.includes(uid))).toEqual([]);
  });

  it('keeps a paused Deployment as it is', () => {
    const { type } = started();
    type('kubectl rollout pause deploy/web');
    expect(type('kubectl rollout restart deploy/web').stderr).toEqual([
      'error: deployments.apps "web" can\'t restart paused deployment (run rollout resume first)',
    ]);
  });
});

describe('the history of a DaemonSet', () => {
  it('is its ControllerRevisions', () => {
    const { type, cluster } = started();
    type('kubectl create -f ds.yaml');
    type('kubectl rollout status ds/agent');
    expect(type('kubectl rollout undo ds/agent').stderr).toEqual(['error: no last revision to roll back to']);
    cluster.do({ ...imageTo('app:v2'), kind: 'DaemonSet', name: 'agent' });
    type('kubectl rollout status ds/agent');
    expect(type('kubectl rollout history ds/agent').stdout.slice(2, 4)).toEqual([
      '1         <none>',
      '2         <none>',
    ]);
    expect(type('kubectl rollout undo ds/agent').stdout).toEqual(['daemonset.apps/agent rolled back']);
    type('kubectl rollout status ds/agent');
    expect(
      cluster.reading.find<Deployment>('DaemonSet', 'default', 'agent')?.spec.template.spec.containers[0]
        ?.image,
    ).toBe('app:v1');
  });
});
