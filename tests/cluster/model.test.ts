import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cronjobMachine } from '@/lib/cluster/controllers/cronjob/cronjob.machine';
import { daemonsetMachine } from '@/lib/cluster/controllers/daemonset/daemonset.machine';
import { deploymentMachine } from '@/lib/cluster/controllers/deployment/deployment.machine';
import { disruptionMachine } from '@/lib/cluster/controllers/disruption/disruption.machine';
import { endpointsliceMachine } from '@/lib/cluster/controllers/endpointslice.machine';
import { garbageCollectorMachine } from '@/lib/cluster/controllers/garbage-collector.machine';
import { horizontalpodautoscalerMachine } from '@/lib/cluster/controllers/horizontalpodautoscaler/horizontalpodautoscaler.machine';
import { jobMachine } from '@/lib/cluster/controllers/job/job.machine';
import { orphanPodMachine } from '@/lib/cluster/controllers/job/orphan-pods.machine';
import { namespaceMachine } from '@/lib/cluster/controllers/namespace.machine';
import { nodeLifecycleMachine } from '@/lib/cluster/controllers/node-lifecycle';
import { podGcMachine } from '@/lib/cluster/controllers/pod-gc.machine';
import { replicasetMachine } from '@/lib/cluster/controllers/replicaset/replicaset.machine';
import { schedulerMachine } from '@/lib/cluster/controllers/scheduler';
import { statefulsetMachine } from '@/lib/cluster/controllers/statefulset/statefulset.machine';
import { taintEvictionMachine } from '@/lib/cluster/controllers/taint-eviction.machine';
import { ttlAfterFinishedMachine } from '@/lib/cluster/controllers/ttl-after-finished.machine';
import { claimMachine } from '@/lib/cluster/controllers/volumes/claim.machine';
import { volumeMachine } from '@/lib/cluster/controllers/volumes/volume.machine';
import { kinds } from '@/lib/cluster/kinds';
import { containerMachine } from '@/lib/cluster/kubelet/container.machine';
import { podMachine } from '@/lib/cluster/kubelet/pod.machine';
import { probeMachine } from '@/lib/cluster/kubelet/probe.machine';
import { images } from '@/lib/cluster/kubelet/program';
import { packetMachine } from '@/lib/network/packet.machine';

const model = readFileSync(path.join(import.meta.dirname, '../../lib/cluster/MODEL.md'), 'utf8');
const sections = new Map(
  model
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section]),
);

describe('MODEL.md', () => {
  it.each([...kinds.keys()])('says of %s what is modelled and what is left out', (kind) => {
    expect(sections.get(kind)).toContain('Modelled:');
    expect(sections.get(kind)).toContain('Left out:');
  });

  it('has no section of a kind that the cluster does not serve', () => {
    const others = ['Time and chance', 'API server', 'The network', 'The machines'];
    expect([...sections.keys()].sort()).toEqual([...kinds.keys(), ...others].sort());
  });

  it.each(
    [
      statefulsetMachine,
      daemonsetMachine,
      namespaceMachine,
      deploymentMachine,
      replicasetMachine,
      podMachine,
      containerMachine,
      probeMachine,
      schedulerMachine,
      claimMachine,
      volumeMachine,
      endpointsliceMachine,
      garbageCollectorMachine,
      horizontalpodautoscalerMachine,
      disruptionMachine,
      nodeLifecycleMachine,
      taintEvictionMachine,
      podGcMachine,
      jobMachine,
      orphanPodMachine,
      ttlAfterFinishedMachine,
      cronjobMachine,
      packetMachine,
    ].map(({ id }) => id),
  )('names the machine %s', (id) => {
    expect(sections.get('The machines')).toContain(`- \`${id}\``);
  });

  it.each(Object.keys(images))('names the image %s, which is not as it seems', (image) => {
    expect(sections.get('Pod')).toContain(`\`${image}\``);
  });
});
