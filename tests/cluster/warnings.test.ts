import { describe, expect, it } from 'vitest';
import type { KubeObject, PodSpec } from '@/lib/cluster/objects';
import { warningsOf } from '@/lib/cluster/warnings';
import { podWarnings } from '@/lib/cluster/warnings/pod';
import { metaOf } from './nodes';

const container = (more: object = {}, name = 'a') => ({ name, image: 'app:v1', ...more });
const ofContainers = (...containers: object[]) => podWarnings({ containers } as PodSpec, 'spec');
const ofSpec = (spec: object) => podWarnings({ containers: [container()], ...spec } as PodSpec, 'spec');
const ports = (...list: object[]) => container({ ports: list });
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

const ofPods: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['nothing', ofContainers(container()), []],
  [
    'a name of ports that two containers have',
    ofContainers(
      ports({ name: 'http', containerPort: 80 }),
      container({ ports: [{ name: 'http', containerPort: 81 }] }, 'b'),
    ),
    [
      'spec.containers[1].ports[0]: duplicate port name "http" with spec.containers[0].ports[0], services and probes that select ports by name will use spec.containers[0].ports[0]',
    ],
  ],
  [
    'an address of the node without a port of it',
    ofContainers(ports({ containerPort: 80, hostIP: '127.0.0.1', protocol: 'TCP' })),
    [
      'spec.containers[0].ports[0]: hostIP set without hostPort: {Name: HostPort:0 ContainerPort:80 Protocol:TCP HostIP:127.0.0.1}',
    ],
  ],
  [
    'a part of a byte, in limits before requests',
    ofContainers(
      container({ resources: { limits: { memory: '128m', cpu: '1m' }, requests: { memory: '64m' } } }),
    ),
    [
      'spec.containers[0].resources.limits[memory]: fractional byte value "128m" is invalid, must be an integer',
      'spec.containers[0].resources.requests[memory]: fractional byte value "64m" is invalid, must be an integer',
    ],
  ],
  [
    'a variable that hides another, unless it begins with its value',
    ofContainers(
      container({
        env: [
          { name: 'A', value: 'x' },
          { name: 'A', value: 'y' },
          { name: 'B', value: 'x' },
          { name: 'B', value: '$(B)y' },
        ],
      }),
    ),
    ['spec.containers[0].env[1]: hides previous definition of "A", which may be dropped when using apply'],
  ],
  [
    'old labels of nodes, in the order of the alphabet',
    ofSpec({
      nodeSelector: { 'failure-domain.beta.kubernetes.io/zone': 'a', 'beta.kubernetes.io/os': 'linux' },
    }),
    [
      'spec.nodeSelector[beta.kubernetes.io/os]: deprecated since v1.14; use "kubernetes.io/os" instead',
      'spec.nodeSelector[failure-domain.beta.kubernetes.io/zone]: deprecated since v1.17; use "topology.kubernetes.io/zone" instead',
    ],
  ],
  [
    'selectors that are not there',
    ofSpec({
      topologySpreadConstraints: [{ topologyKey: 'a' }],
      affinity: {
        podAntiAffinity: { [required]: [{ topologyKey: 'a' }], [preferred]: [{ podAffinityTerm: {} }] },
      },
    }),
    [
      'spec.topologySpreadConstraints[0].labelSelector: a null labelSelector results in matching no pod',
      `spec.affinity.podAntiAffinity.${required}[0].labelSelector: a null labelSelector results in matching no pod`,
      `spec.affinity.podAntiAffinity.${preferred}[0].podAffinityTerm.labelSelector: a null labelSelector results in matching no pod`,
    ],
  ],
  [
    'a wish for a node with a value that no label can have',
    ofSpec({
      affinity: {
        nodeAffinity: {
          [preferred]: [{ preference: { matchExpressions: [{ key: 'a', operator: 'In', values: ['-'] }] } }],
        },
      },
    }),
    [
      `spec.affinity.nodeAffinity.${preferred}[0].preference.matchExpressions[0].values[0]: - is invalid, a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')`,
    ],
  ],
  [
    'a grace period below zero',
    ofSpec({ terminationGracePeriodSeconds: -1 }),
    [
      'spec.terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1',
    ],
  ],
  [
    'what stands twice in a list',
    ofSpec({
      hostAliases: [{ ip: '1.2.3.4' }, { ip: '1.2.3.4' }],
      imagePullSecrets: [{ name: 'x' }, { name: 'x' }, {}],
    }),
    [
      'spec.hostAliases[1].ip: duplicate ip "1.2.3.4"',
      'spec.imagePullSecrets[1].name: duplicate name "x"',
      'spec.imagePullSecrets[2].name: invalid empty name ""',
    ],
  ],
];

const object = (kind: string, spec: object, more: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind,
  metadata: metaOf('a', more),
  spec,
});
const grace =
  'terminationGracePeriodSeconds: must be >= 0; negative values are invalid and will be treated as 1';
const late = { containers: [container()], terminationGracePeriodSeconds: -1 };
const template = { spec: late };
const of = (spec: object) => ({ template: { spec } });
const fine = { containers: [container()] };
const second = { generation: 2 };

const ofObjects: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'a name with dots, where it is a name of Pods',
    warningsOf(object('Deployment', {}, { name: 'a.b' })),
    [
      'metadata.name: this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended: [must not contain dots]',
    ],
  ],
  ['and no other', warningsOf(object('StatefulSet', {}, { name: 'a.b' })), []],
  ['a new Pod', warningsOf(object('Pod', late)), [`spec.${grace}`]],
  ['not one that is changed', warningsOf(object('Pod', late, second), object('Pod', fine)), []],
  [
    'a template of Pods, by where it stands',
    warningsOf(object('CronJob', { jobTemplate: { spec: { template } } })),
    [`spec.jobTemplate.spec.template.spec.${grace}`],
  ],
  [
    'a workload whose spec changes',
    warningsOf(object('Deployment', { template }, second), object('Deployment', { template })),
    [`spec.template.spec.${grace}`],
  ],
  [
    'not one whose labels change',
    warningsOf(object('Deployment', { template }), object('Deployment', { template })),
    [],
  ],
  [
    'not a DaemonSet whose template stays',
    warningsOf(object('DaemonSet', { template }, second), object('DaemonSet', { template })),
    [],
  ],
  [
    'the old template of a ReplicationController',
    warningsOf(
      object('ReplicationController', of(fine), second),
      object('ReplicationController', { template }),
    ),
    [`spec.template.spec.${grace}`],
  ],
  [
    'what a headless Service does not do',
    warningsOf(
      object('Service', {
        type: 'ClusterIP',
        clusterIP: 'None',
        sessionAffinity: 'ClientIP',
        externalIPs: ['1.2.3.4'],
      }),
    ),
    [
      'spec.externalIPs is ignored for headless services',
      'spec.SessionAffinity is ignored for headless services',
    ],
  ],
  [
    'what another Service does not do',
    warningsOf(
      object('Service', {
        type: 'ClusterIP',
        clusterIP: '10.96.0.7',
        externalIPs: ['1.2.3.4'],
        externalName: 'foo.bar',
        trafficDistribution: 'PreferClose',
      }),
    ),
    [
      'spec.externalIPs is deprecated and may no longer be implemented in some clusters',
      'spec.externalName is ignored when spec.type is not "ExternalName"',
      'spec.trafficDistribution: "PreferClose" is deprecated; use "PreferSameZone"',
    ],
  ],
  [
    'the size of a claim',
    warningsOf(object('PersistentVolumeClaim', { resources: { requests: { storage: '1500m' } } })),
    ['spec.resources.requests[storage]: fractional byte value "1500m" is invalid, must be an integer'],
  ],
  [
    'a volume that is to be wiped',
    warningsOf(object('PersistentVolume', { persistentVolumeReclaimPolicy: 'Recycle' })),
    [
      'spec.persistentVolumeReclaimPolicy: The Recycle reclaim policy is deprecated. Instead, the recommended approach is to use dynamic provisioning.',
    ],
  ],
  [
    'a history without an end',
    warningsOf(object('StatefulSet', { revisionHistoryLimit: -1 })),
    [
      'spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is recommended',
    ],
  ],
  [
    'a zone in a schedule that is changed',
    warningsOf(object('CronJob', { schedule: 'TZ=UTC * * * * *' }), object('CronJob', {})),
    [
      'cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/ for more details',
    ],
  ],
];

describe('the API server warns of', () => {
  it.each([...ofPods, ...ofObjects])('%s', (_, got, wanted) => expect(got).toEqual(wanted));
});
