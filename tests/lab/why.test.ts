import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import { keyOf } from '@/lib/cluster/keys';
import type { Pod } from '@/lib/cluster/objects';
import { whyIs } from '@/lib/lab/why';

const template = (command: readonly string[] = ['/app', 'pause']) => ({
  metadata: { labels: { app: 'web' } },
  spec: { containers: [{ name: 'app', image: 'app:v1', command }] },
});
const workload = (kind: string, apiVersion: string, spec: object) => ({
  verb: 'apply' as const,
  object: { apiVersion, kind, metadata: { name: 'web' }, spec },
});
const selector = { matchLabels: { app: 'web' } };

function chainOfPod(...commands: Parameters<Cluster['do']>[0][]): string[] {
  const cluster = new Cluster({ seed: 3, nodes: [{ name: 'node-1' }, { name: 'node-2' }] });
  for (const command of commands) {
    const result = cluster.do(command);
    if (!result.ok) throw new Error(result.status.message);
    cluster.run(cluster.nowMs + 65_000);
  }
  const pod = cluster.reading.list<Pod>('Pod').at(-1);
  if (!pod) throw new Error('there is no Pod');
  return whyIs(cluster.journal, keyOf(pod)).map(
    ({ key, by, object }) => `${by} ${key} ${object.replace(/-\d{8}|-[a-z0-9]{5,10}/g, '-*')}`,
  );
}

describe('Why a Pod is as it is goes back to a command', () => {
  it('through a Deployment and its ReplicaSet', () => {
    expect(
      chainOfPod(workload('Deployment', 'apps/v1', { replicas: 1, selector, template: template() })),
    ).toEqual([
      'kubelet becameReady web-*-*',
      'default-scheduler bound web-*-*',
      'replicaset-controller created web-*-*',
      'deployment-controller created web-*',
      'you created web',
      'you command ',
    ]);
  });

  it('through a scaling', () => {
    const chain = chainOfPod(
      workload('Deployment', 'apps/v1', { replicas: 1, selector, template: template() }),
      { verb: 'scale', kind: 'Deployment', name: 'web', replicas: 2 },
    );
    expect(chain.slice(-4)).toEqual([
      'replicaset-controller created web-*-*',
      'deployment-controller scaled web-*',
      'you scaled web',
      'you command ',
    ]);
  });

  it('through a CronJob and its Job', () => {
    const jobTemplate = {
      spec: {
        template: {
          ...template(),
          spec: { ...template(['/app', 'exit', '0', '500']).spec, restartPolicy: 'Never' },
        },
      },
    };
    const chain = chainOfPod(workload('CronJob', 'batch/v1', { schedule: '* * * * *', jobTemplate }));
    expect(chain).toEqual(
      expect.arrayContaining([
        'job-controller created web-*-*',
        'cronjob-controller created web-*',
        'you created web',
      ]),
    );
    expect(chain.at(-1)).toBe('you command ');
  });

  it('through a DaemonSet and the node that joined', () => {
    const chain = chainOfPod(workload('DaemonSet', 'apps/v1', { selector, template: template() }), {
      verb: 'addNode',
      node: { name: 'node-3' },
    });
    expect(chain).toEqual(
      expect.arrayContaining(['daemonset-controller created web-*', 'kubelet created node-3']),
    );
    expect(chain.at(-1)).toBe('you command ');
  });
});
