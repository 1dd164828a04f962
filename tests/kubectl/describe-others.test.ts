import { describe, expect, it } from 'vitest';
import { resources } from '@/lib/kubectl/resources';
import { controlled, described, template } from './described';
import { deploymentOf, podOf, prompt } from './prompt';

const autoscalerOf = (spec: object) => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
    maxReplicas: 5,
    ...spec,
  },
});

describe('the others', () => {
  it('HorizontalPodAutoscaler: what is measured and what is wanted, of each kind of metric', () => {
    const average = { type: 'AverageValue', averageValue: '1000m' };
    const metrics = [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
      },
      {
        type: 'Resource',
        resource: { name: 'memory', target: { type: 'AverageValue', averageValue: '1024Ki' } },
      },
      {
        type: 'ContainerResource',
        containerResource: {
          name: 'cpu',
          container: 'app',
          target: { type: 'Utilization', averageUtilization: 9 },
        },
      },
      { type: 'Pods', pods: { metric: { name: 'qps' }, target: average } },
      {
        type: 'Object',
        object: {
          metric: { name: 'qps' },
          describedObject: { apiVersion: 'v1', kind: 'Service', name: 'web' },
          target: { type: 'Value', value: '10' },
        },
      },
      { type: 'External', external: { metric: { name: 'queue' }, target: average } },
    ];
    const scaleDown = {
      stabilizationWindowSeconds: 60,
      policies: [{ type: 'Pods', value: 1, periodSeconds: 15 }],
    };
    const lines = described(
      'hpa web',
      [autoscalerOf({ metrics, minReplicas: 2, behavior: { scaleDown } })],
      1,
    );
    const from = lines.findIndex((line) => line.startsWith('Metrics:'));
    const to = lines.findIndex((line) => line.startsWith('Deployment pods:'));
    expect(lines.slice(from, to).map((line) => line.replace(/ {2,}(?=\S)/g, '  '))).toEqual([
      'Metrics:  ( current / target )',
      '  resource cpu on pods  (as a percentage of request):  <unknown> / 50%',
      '  resource memory on pods:  <unknown> / 1Mi',
      '  resource cpu of container "app" on pods  (as a percentage of request):  <unknown> / 9%',
      '  "qps" on pods:  <unknown> / 1',
      '  "qps" on Service/web (target value):  <unknown> / 10',
      '  "queue" (target average value):  <unknown> / 1',
      'Min replicas:  2',
      'Max replicas:  5',
      'Behavior:',
      '  Scale Up:',
      '  Stabilization Window: 0 seconds',
      '  Select Policy: Max',
      '  Policies:',
      '  - Type: Pods  Value: 4  Period: 15 seconds',
      '  - Type: Percent  Value: 100  Period: 15 seconds',
      '  Scale Down:',
      '  Stabilization Window: 60 seconds',
      '  Select Policy: Max',
      '  Policies:',
      '  - Type: Pods  Value: 1  Period: 15 seconds',
    ]);
  });

  it('HorizontalPodAutoscaler with what was measured', () => {
    const requests = { resources: { requests: { cpu: '100m' } } };
    const web = deploymentOf('web', 1, {
      template: template('web', { containers: [{ name: 'app', image: 'app:v1', ...requests }] }),
    });
    const metrics = [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
      },
    ];
    const at = prompt({
      'a.yaml': { apiVersion: 'v1', kind: 'List', items: [web, autoscalerOf({ metrics })] },
    });
    at.type('kubectl apply -f a.yaml');
    at.wait(10);
    const [pod = ''] = at.type('kubectl get pods -o name').stdout;
    at.wait(32);
    at.cluster.do({ verb: 'metrics', usage: { [pod.slice(4)]: { cpu: '50m', memory: '1Mi' } } } as never);
    at.wait(15);
    const { stdout } = at.type('kubectl describe hpa web');
    expect(stdout).toEqual(
      expect.arrayContaining([
        '  resource cpu on pods  (as a percentage of request):  50% (50m) / 50%',
        'Deployment pods:                                       1 current / 1 desired',
        expect.stringMatching(/^ {2}AbleToScale +True +/),
      ]),
    );
  });

  it('PodDisruptionBudget', () => {
    const budget = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name: 'web' },
      spec: { maxUnavailable: '25%', selector: { matchLabels: { app: 'web' } } },
    };
    expect(described('pdb web', [budget, deploymentOf('web', 4)])).toEqual([
      'Name:             web',
      'Namespace:        default',
      'Max unavailable:  25%',
      'Selector:         app=web',
      'Status:',
      '    Allowed disruptions:  1',
      '    Current:              4',
      '    Desired:              3',
      '    Total:                4',
      'Events:',
      expect.stringMatching(/^ {2}Type +Reason +Age +From +Message$/),
      expect.anything(),
      expect.stringMatching(/NoPods/),
    ]);
  });

  it('PriorityClass', () => {
    const high = {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name: 'high' },
      value: 1000,
      description: 'first',
    };
    expect(described('pc high', [high])).toEqual([
      'Name:              high',
      'Value:             1000',
      'GlobalDefault:     false',
      'PreemptionPolicy:  PreemptLowerPriority',
      'Description:       first',
      'Annotations:       kubectl.kubernetes.io/last-applied-configuration={"apiVersion":"scheduling.k8s.io/v1","description":"first","kind":"PriorityClass","metadata":{"annotations":{},"name":"high"},"value":1000}',
      '',
      'Events:  <none>',
    ]);
  });

  it('Namespace, without Events, also while it goes', () => {
    expect(described('ns default', [])).toEqual([
      'Name:         default',
      'Labels:       kubernetes.io/metadata.name=default',
      'Annotations:  <none>',
      'Status:       Active',
      '',
      'No resource quota.',
      '',
      'No LimitRange resource.',
    ]);
    const at = prompt({
      'ns.yaml': { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'x' } },
      'p.yaml': podOf('p', { containers: [{ name: 'app', image: 'app:v1', args: ['stubborn'] }] }),
    });
    at.type('kubectl apply -f ns.yaml');
    at.type('kubectl apply -f p.yaml -n x');
    at.wait(5);
    at.type('kubectl delete ns x --wait=false');
    at.wait(10);
    const { stdout } = at.type('kubectl describe ns x');
    expect(stdout).toContain('Status:       Terminating');
    expect(stdout).toEqual(
      expect.arrayContaining([
        'Conditions:',
        expect.stringMatching(/^ {2}Type +Status +LastTransitionTime +Reason +Message$/),
        expect.stringMatching(/^ {2}NamespaceContentRemaining +True +Thu, 01 Jan 2026 /),
      ]),
    );
  });

  it('of a kind without a text of its own: every field, in the order of the alphabet', () => {
    const lines = described('controllerrevisions', [controlled('StatefulSet', 'db')]);
    expect(lines.slice(0, 8)).toEqual([
      'Name:         db-HASH',
      'Namespace:    default',
      expect.stringMatching(/^Labels: +app=db$/),
      expect.stringMatching(/controller\.kubernetes\.io\/hash=/),
      'Annotations:  <none>',
      'API Version:  apps/v1',
      'Data:',
      '  Spec:',
    ]);
    expect(lines).toEqual(
      expect.arrayContaining(['  Owner References:', '    API Version:           apps/v1']),
    );
    const events = described('events', [podOf('p')]);
    expect(events).toEqual(
      expect.arrayContaining([
        'Involved Object:',
        '  Field Path:    spec.containers{app}',
        'Kind:            Event',
      ]),
    );
  });

  it('each kind that can be named is described', () => {
    for (const { plural } of resources)
      expect(prompt().type(`kubectl describe ${plural} -A`).exit, plural).toBe(0);
  });
});
