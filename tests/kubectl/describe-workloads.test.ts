import { describe, expect, it } from 'vitest';
import { body, claimTemplate, controlled, described, podTemplateLines, says, template } from './described';
import { deploymentOf, podOf, prompt } from './prompt';

describe('Pods', () => {
  it('that run', () => {
    const lines = described('pod p', [
      podOf('p', { readinessGates: [{ conditionType: 'gate' }] }, { a: 'b' }),
    ]);
    expect(lines[0]).toBe('Name:         p');
    expect(lines.slice(1, 11)).toEqual([
      'Namespace:    default',
      'Priority:     0',
      'Node:         n/192.168.0.11',
      'Start Time:   Thu, 01 Jan 2026 00:00:00 +0000',
      'Labels:       a=b',
      'Annotations:  <none>',
      'Status:       Running',
      expect.stringMatching(/^IP: {11}10\.244\.0\.\d+$/),
      'IPs:',
      expect.stringMatching(/^ {2}IP: {2}10\.244\.0\.\d+$/),
    ]);
    expect(lines).toEqual(expect.arrayContaining(['Readiness Gates:', '  gate   <none>']));
    expect(lines).toContain('  Ready                       False');
  });

  it('of an owner, and those that go', () => {
    const at = prompt({ 'web.yaml': deploymentOf('web', 1) });
    at.type('kubectl apply -f web.yaml');
    at.wait(5);
    expect(at.type('kubectl describe pod web').stdout.join('\n')).toMatch(
      /\nControlled By: {2}ReplicaSet\/web-\w+\n/,
    );
    const slow = {
      'p.yaml': podOf('p', { containers: [{ name: 'app', image: 'app:v1', args: ['stubborn'] }] }),
    };
    const other = prompt(slow);
    other.type('kubectl apply -f p.yaml');
    other.wait(5);
    other.type('kubectl delete pod p --wait=false');
    other.wait(5);
    expect(other.type('kubectl describe pod p').stdout).toEqual(
      expect.arrayContaining([
        'Status:                    Terminating (lasts <invalid>)',
        'Termination Grace Period:  30s',
      ]),
    );
  });
});

describe('workloads', () => {
  it('Deployment, with what it has made', () => {
    const lines = described('deployment web', [deploymentOf('web', 2)]);
    expect(body(lines)).toEqual([
      'Name:                   web',
      'Namespace:              default',
      'CreationTimestamp:      Thu, 01 Jan 2026 00:00:00 +0000',
      'Labels:                 <none>',
      'Annotations:            deployment.kubernetes.io/revision: 1',
      'Selector:               app=web',
      'Replicas:               2 desired | 2 updated | 2 total | 2 available | 0 unavailable',
      'StrategyType:           RollingUpdate',
      'MinReadySeconds:        0',
      'RollingUpdateStrategy:  25% max unavailable, 25% max surge',
      ...podTemplateLines('web'),
      'Conditions:',
      '  Type           Status  Reason',
      '  ----           ------  ------',
      '  Available      True    MinimumReplicasAvailable',
      '  Progressing    True    NewReplicaSetAvailable',
      'OldReplicaSets:  <none>',
      'NewReplicaSet:   web-HASH (2/2 replicas created)',
    ]);
    expect(says(lines)).toEqual(['deployment-controller: Scaled up replica set web-HASH from 0 to 2']);
  });

  it('Deployment that is recreated has no numbers of a rolling update', () => {
    const lines = described('deployment web', [deploymentOf('web', 1, { strategy: { type: 'Recreate' } })]);
    expect(lines).toContain('StrategyType:       Recreate');
    expect(lines.join('\n')).not.toContain('RollingUpdateStrategy');
  });

  it('ReplicaSet, with its owner, and what it could not make', () => {
    const lines = described('rs web', [controlled('ReplicaSet', 'web', { replicas: 2 })]);
    expect(body(lines)).toEqual([
      'Name:         web',
      'Namespace:    default',
      'Selector:     app=web',
      'Labels:       <none>',
      'Annotations:  <none>',
      'Replicas:     2 current / 2 desired',
      'Pods Status:  2 Running / 0 Waiting / 0 Succeeded / 0 Failed',
      ...podTemplateLines('web'),
    ]);
    expect(says(lines)).toEqual([
      'replicaset-controller: Created pod: web-POD',
      'replicaset-controller: Created pod: web-POD',
    ]);
    expect(described('rs', [deploymentOf('web', 1)])).toContain('Controlled By:  Deployment/web');
  });

  it('ReplicationController', () => {
    const rc = {
      apiVersion: 'v1',
      kind: 'ReplicationController',
      metadata: { name: 'old' },
      spec: { replicas: 1, selector: { app: 'old' }, template: template('old') },
    };
    expect(body(described('rc old', [rc]))).toEqual([
      'Name:         old',
      'Namespace:    default',
      'Selector:     app=old',
      'Labels:       app=old',
      'Annotations:  <none>',
      'Replicas:     1 current / 1 desired',
      'Pods Status:  1 Running / 0 Waiting / 0 Succeeded / 0 Failed',
      ...podTemplateLines('old'),
    ]);
  });

  it('StatefulSet, with its templates of claims', () => {
    const lines = described('sts db', [
      controlled('StatefulSet', 'db', { serviceName: 'db', volumeClaimTemplates: [claimTemplate] }),
    ]);
    expect(body(lines)).toEqual([
      'Name:                   db',
      'Namespace:              default',
      'CreationTimestamp:      Thu, 01 Jan 2026 00:00:00 +0000',
      'Selector:               app=db',
      'Labels:                 <none>',
      'Annotations:            <none>',
      'Service Name:           db',
      'Pod Management Policy:  OrderedReady',
      'Replicas:               1 desired | 1 total',
      'Update Strategy:        RollingUpdate',
      '  Partition:            0',
      '  MaxUnavailable:       1',
      'Persistent Volume Claim Retention Policy:',
      '  WhenDeleted:  Retain',
      '  WhenScaled:   Retain',
      'Pods Status:    1 Running / 0 Waiting / 0 Succeeded / 0 Failed',
      ...podTemplateLines('db'),
      'Volume Claims:',
      '  Name:          data',
      '  StorageClass:',
      '  Labels:        <none>',
      '  Annotations:   <none>',
      '  Capacity:      1Gi',
      '  Access Modes:  [ReadWriteOnce]',
    ]);
  });

  it('DaemonSet', () => {
    const spec = { template: template('agent', { nodeSelector: { 'kubernetes.io/os': 'linux' } }) };
    const nodes = [{ name: 'a' }, { name: 'b' }];
    const lines = described('ds agent', [controlled('DaemonSet', 'agent', spec)], 5, nodes);
    expect(lines.slice(0, 12)).toEqual([
      'Name:           agent',
      'Namespace:      default',
      'Selector:       app=agent',
      'Node-Selector:  kubernetes.io/os=linux',
      'Labels:         <none>',
      'Annotations:    deprecated.daemonset.template.generation: 1',
      'Desired Number of Nodes Scheduled: 2',
      'Current Number of Nodes Scheduled: 2',
      'Number of Nodes Scheduled with Up-to-date Pods: 2',
      'Number of Nodes Scheduled with Available Pods: 2',
      'Number of Nodes Misscheduled: 0',
      'Pods Status:  2 Running / 0 Waiting / 0 Succeeded / 0 Failed',
    ]);
  });
});
