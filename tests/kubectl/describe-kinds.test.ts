import { describe, expect, it } from 'vitest';
import { resources } from '@/lib/kubectl/resources';
import { deploymentOf, podOf, prompt } from './prompt';

const template = (app: string, spec: object = {}) => ({
  metadata: { labels: { app } },
  spec: { containers: [{ name: 'app', image: 'app:v1' }], ...spec },
});
const controlled = (kind: string, name: string, spec: object = {}) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name },
  spec: { selector: { matchLabels: { app: name } }, template: template(name), ...spec },
});
const claimTemplate = {
  metadata: { name: 'data' },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
};

/** Types `apply` of these objects, lets so many seconds pass, and describes. Ages, uids and hashes get a word. */
function described(what: string, objects: readonly object[], seconds = 5, nodes: object[] = [{ name: 'n' }]) {
  const items = { apiVersion: 'v1', kind: 'List', items: objects };
  const at = prompt({ 'all.yaml': items }, { nodes: nodes as never });
  if (objects.length > 0) expect(at.type('kubectl apply -f all.yaml').stderr).toEqual([]);
  at.wait(seconds);
  const { stdout, stderr, exit } = at.type(`kubectl describe ${what}`);
  expect([stderr, exit]).toEqual([[], 0]);
  return stdout.map((line) =>
    line
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UID')
      .replace(/-[bcdfghjklmnpqrstvwxz2456789]{8,10}\b/g, '-HASH')
      .replace(/-[bcdfghjklmnpqrstvwxz2456789]{5}\b/g, '-POD')
      .trimEnd(),
  );
}

const podTemplateLines = (app: string) => [
  'Pod Template:',
  `  Labels:  app=${app}`,
  '  Containers:',
  '   app:',
  '    Image:         app:v1',
  '    Port:          <none>',
  '    Host Port:     <none>',
  '    Environment:   <none>',
  '    Mounts:        <none>',
  '  Volumes:         <none>',
  '  Node-Selectors:  <none>',
  '  Tolerations:     <none>',
];

const eventHead = (lines: readonly string[]) => lines.findIndex((line) => line.startsWith('Events:'));
const body = (lines: readonly string[]) => lines.slice(0, eventHead(lines));
const says = (lines: readonly string[]) =>
  lines.slice(eventHead(lines) + 3).map((line) => line.trim().split(/ {2,}/).slice(3).join(': '));

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

const jobSpec = (more: object = {}) => ({
  template: {
    spec: {
      restartPolicy: 'Never',
      containers: [{ name: 'app', image: 'app:v1', args: ['exit', '0', '2'] }],
    },
  },
  ...more,
});
const jobOf = (more: object) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { name: 'pi' },
  spec: jobSpec(more),
});

describe('Jobs', () => {
  it('that run', () => {
    const lines = described('job pi', [jobOf({ completions: 2, ttlSecondsAfterFinished: 60 })], 1);
    expect(lines.slice(2, 14)).toEqual([
      'Selector:                    batch.kubernetes.io/controller-uid=UID',
      'Labels:                      <none>',
      'Annotations:                 <none>',
      'Parallelism:                 1',
      'Completions:                 2',
      'Completion Mode:             NonIndexed',
      'Suspend:                     false',
      'Backoff Limit:               6',
      'TTL Seconds After Finished:  60',
      'Start Time:                  Thu, 01 Jan 2026 00:00:00 +0000',
      expect.stringMatching(/^Pods Statuses: {15}1 Active \(\d Ready\) \/ 0 Succeeded \/ 0 Failed$/),
      'Pod Template:',
    ]);
  });

  it('that have ended, by index, with a deadline', () => {
    const more = { completions: 3, parallelism: 3, completionMode: 'Indexed', activeDeadlineSeconds: 90 };
    const lines = described('job pi', [jobOf(more)], 20);
    expect(lines.slice(9, 16)).toEqual(
      [
        'Backoff Limit:            6',
        'Start Time:               Thu, 01 Jan 2026 00:00:00 +0000',
        expect.stringMatching(/^Completed At: {13}Thu, 01 Jan 2026 00:00:0\d \+0000$/),
        expect.stringMatching(/^Duration: {17}\ds$/),
        'Active Deadline Seconds:  90s',
        'Pods Statuses:            0 Active (0 Ready) / 3 Succeeded / 0 Failed',
        'Completed Indexes:        0-2',
      ].slice(0),
    );
    expect(says(lines)).toContain('job-controller: Job completed');
  });

  it('CronJob, with the Jobs that run', () => {
    const cron = {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'tick' },
      spec: {
        schedule: '* * * * *',
        timeZone: 'Etc/UTC',
        startingDeadlineSeconds: 100,
        jobTemplate: { spec: { ...jobSpec({ parallelism: 1 }), activeDeadlineSeconds: 50 } },
      },
    };
    const lines = described('cj tick', [cron], 61);
    expect(lines.slice(4, 16)).toEqual([
      'Schedule:                      * * * * *',
      'Concurrency Policy:            Allow',
      'Suspend:                       False',
      'Time Zone:                     Etc/UTC',
      'Successful Job History Limit:  3',
      'Failed Job History Limit:      1',
      'Starting Deadline Seconds:     100s',
      'Selector:                      <unset>',
      'Parallelism:                   1',
      'Completions:                   <unset>',
      'Active Deadline Seconds:       50s',
      'Pod Template:',
    ]);
    expect(lines).toContain('Last Schedule Time:  Thu, 01 Jan 2026 00:01:00 +0000');
    expect(lines.join('\n')).toMatch(/\nActive Jobs: {9}tick-\d+\n/);
  });
});

const serviceOf = (spec: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec });

describe('Services', () => {
  it('show the addresses that are ready, of each port', () => {
    const ports = [
      { name: 'http', port: 80, targetPort: 8080, appProtocol: 'http' },
      { name: 'dns', port: 53, protocol: 'UDP', targetPort: 'dns' },
    ];
    const lines = described('svc web', [
      serviceOf({ selector: { app: 'web' }, ports, type: 'NodePort' }),
      deploymentOf('web', 4),
    ]);
    expect(lines).toEqual([
      'Name:                     web',
      'Namespace:                default',
      'Labels:                   <none>',
      'Annotations:              <none>',
      'Selector:                 app=web',
      'Type:                     NodePort',
      'IP Family Policy:         SingleStack',
      'IP Families:              IPv4',
      expect.stringMatching(/^IP: {23}10\.96\.\d+\.\d+$/),
      expect.stringMatching(/^IPs: {22}10\.96\.\d+\.\d+$/),
      'Port:                     http  80/TCP',
      'TargetPort:               8080/TCP',
      'AppProtocol:              http',
      expect.stringMatching(/^NodePort: {17}http {2}3\d{4}\/TCP$/),
      expect.stringMatching(
        /^Endpoints: {16}(10\.244\.0\.\d+:8080,){2}10\.244\.0\.\d+:8080 \+ 1 more\.\.\.$/,
      ),
      'Port:                     dns  53/UDP',
      'TargetPort:               dns/UDP',
      expect.stringMatching(/^NodePort: {17}dns {2}3\d{4}\/UDP$/),
      'Endpoints:',
      'Session Affinity:         None',
      'External Traffic Policy:  Cluster',
      'Internal Traffic Policy:  Cluster',
      'Events:                   <none>',
    ]);
  });

  it('without selector have no addresses; a name elsewhere has no address of its own', () => {
    expect(described('svc web', [serviceOf({ ports: [{ port: 80 }] })])).toEqual(
      expect.arrayContaining(['Selector:                 <none>', 'Endpoints:                <none>']),
    );
    const named = described('svc web', [serviceOf({ type: 'ExternalName', externalName: 'example.com' })]);
    expect(named.slice(4)).toEqual([
      'Selector:          <none>',
      'Type:              ExternalName',
      'IP Families:       <none>',
      'IP:',
      'IPs:               <none>',
      'External Name:     example.com',
      'Session Affinity:  None',
      'Events:            <none>',
    ]);
  });

  it('EndpointSlice and Endpoints', () => {
    const service = serviceOf({ selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] });
    const lines = described('endpointslices', [service, deploymentOf('web', 1)]);
    expect(lines).toEqual([
      'Name:         web-POD',
      'Namespace:    default',
      'Labels:       endpointslice.kubernetes.io/managed-by=endpointslice-controller.k8s.io',
      '              kubernetes.io/service-name=web',
      expect.stringMatching(/^Annotations: {2}/),
      'AddressType:  IPv4',
      'Ports:',
      '  Name     Port  Protocol',
      '  ----     ----  --------',
      '  <unset>  8080  TCP',
      'Endpoints:',
      expect.stringMatching(/^ {2}- Addresses: {2}10\.244\.0\.\d+$/),
      '    Conditions:',
      '      Ready:    true',
      '    Hostname:   <unset>',
      '    TargetRef:  Pod/web-HASH-POD',
      '    NodeName:   n',
      '    Zone:       <unset>',
      'Events:         <none>',
    ]);
    const at = prompt({
      'all.yaml': { apiVersion: 'v1', kind: 'List', items: [service, deploymentOf('web', 1)] },
    });
    at.type('kubectl apply -f all.yaml');
    at.wait(5);
    expect(at.type('kubectl describe ep web').stdout.slice(4)).toEqual([
      'Subsets:',
      expect.stringMatching(/^ {2}Addresses: {10}10\.244\.0\.\d+$/),
      '  NotReadyAddresses:  <none>',
      '  Ports:',
      '    Name     Port  Protocol',
      '    ----     ----  --------',
      '    <unset>  8080  TCP',
      '',
      'Events:  <none>',
    ]);
  });
});

describe('nodes', () => {
  const asking = (name: string, resources: object) =>
    podOf(name, { containers: [{ name: 'app', image: 'app:v1', resources }] });

  it('with what their Pods ask for, in parts of what can be had', () => {
    const node = { name: 'n', cpu: '4', memory: '8Gi', resources: { 'example.com/gpu': '2' } };
    const lines = described(
      'node n',
      [
        asking('b', { requests: { cpu: '250m', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } }),
        asking('a', { limits: { cpu: '2', memory: '512Mi', 'example.com/gpu': '1' } }),
        podOf('ended', {
          restartPolicy: 'Never',
          containers: [{ name: 'app', image: 'app:v1', args: ['exit', '0'] }],
        }),
      ],
      5,
      [node],
    );
    const from = lines.findIndex((line) => line.startsWith('Non-terminated'));
    expect(lines.slice(from)).toEqual([
      'Non-terminated Pods:          (2 in total)',
      '  Namespace                   Name    CPU Requests  CPU Limits  Memory Requests  Memory Limits  Age',
      '  ---------                   ----    ------------  ----------  ---------------  -------------  ---',
      '  default                     a       2 (50%)       2 (50%)     512Mi (6%)       512Mi (6%)     5s',
      '  default                     b       250m (6%)     1 (25%)     1Gi (12%)        1Gi (12%)      5s',
      'Allocated resources:',
      '  (Total limits may be over 100 percent, i.e., overcommitted.)',
      '  Resource           Requests      Limits',
      '  --------           --------      ------',
      '  cpu                2250m (56%)   3 (75%)',
      '  memory             1536Mi (18%)  1536Mi (18%)',
      '  ephemeral-storage  0 (0%)        0 (0%)',
      '  hugepages-1Gi      0 (0%)        0 (0%)',
      '  hugepages-2Mi      0 (0%)        0 (0%)',
      '  example.com/gpu    1             1',
      'Events:              <none>',
    ]);
  });

  it('with taints, roles and the lease, which a silent kubelet does not renew', () => {
    const at = prompt({}, { nodes: [{ name: 'n', labels: { 'node-role.kubernetes.io/db': '' } }] });
    at.type('kubectl cordon n');
    at.wait(25);
    at.cluster.do({ verb: 'silence', node: 'n' });
    at.wait(20);
    const { stdout } = at.type('kubectl describe node n');
    expect(stdout[1]).toBe('Roles:              db');
    expect(stdout).toEqual(
      expect.arrayContaining([
        'CreationTimestamp:  Thu, 01 Jan 2026 00:00:00 +0000',
        'Taints:             node.kubernetes.io/unschedulable:NoSchedule',
        'Unschedulable:      true',
        'Lease:',
        '  HolderIdentity:  n',
        '  AcquireTime:     <unset>',
        '  RenewTime:       Thu, 01 Jan 2026 00:00:20 +0000',
        'PodCIDR:                      10.244.0.0/24',
      ]),
    );
    expect(stdout).toEqual(
      expect.arrayContaining([expect.stringMatching(/^ {2}Ready +True {4}Thu, .* kubelet is/)]),
    );
  });
});

describe('storage', () => {
  it('PersistentVolumeClaim and PersistentVolume that are bound, with who uses them', () => {
    const objects = [controlled('StatefulSet', 'db', { volumeClaimTemplates: [claimTemplate] })];
    expect(described('pvc data-db-0', objects)).toEqual([
      'Name:          data-db-0',
      'Namespace:     default',
      'StorageClass:  standard',
      'Status:        Bound',
      'Volume:        pvc-UID',
      'Labels:        app=db',
      expect.stringMatching(/^Annotations: {3}pv\.kubernetes\.io\/bind-completed: yes$/),
      '               pv.kubernetes.io/bound-by-controller: yes',
      'Finalizers:    [kubernetes.io/pvc-protection]',
      'Capacity:      1Gi',
      'Access Modes:  RWO',
      'VolumeMode:    Filesystem',
      'Used By:       db-0',
      expect.stringMatching(/^Events:/),
    ]);
    const lines = described('pv', objects);
    expect(lines[0]).toBe('Name:            pvc-UID');
    expect(lines.slice(3, 14)).toEqual([
      'Finalizers:      [kubernetes.io/pv-protection]',
      'StorageClass:    standard',
      'Status:          Bound',
      'Claim:           default/data-db-0',
      'Reclaim Policy:  Delete',
      'Access Modes:    RWO',
      'VolumeMode:      Filesystem',
      'Capacity:        1Gi',
      'Node Affinity:   <none>',
      'Message:',
      'Source:',
    ]);
  });

  it('PersistentVolumeClaim that waits', () => {
    const claim = { apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...claimTemplate };
    const late = { ...claim, spec: { ...claim.spec, storageClassName: 'late' } };
    expect(body(described('pvc data', [late])).slice(2)).toEqual([
      'StorageClass:  late',
      'Status:        Pending',
      'Volume:',
      'Labels:        <none>',
      'Annotations:   <none>',
      'Finalizers:    [kubernetes.io/pvc-protection]',
      'Capacity:',
      'Access Modes:',
      'VolumeMode:    Filesystem',
      'Used By:       <none>',
    ]);
  });

  it('PersistentVolume that somebody made, on one node', () => {
    const nodeSelectorTerms = [
      {
        matchExpressions: [
          { key: 'kubernetes.io/hostname', operator: 'In', values: ['n', 'm'] },
          { key: 'x', operator: 'Exists' },
        ],
      },
    ];
    const volume = {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'hand' },
      spec: {
        capacity: { storage: '1024Mi' },
        accessModes: ['ReadWriteMany', 'ReadWriteOnce'],
        local: { path: '/disk' },
        nodeAffinity: { required: { nodeSelectorTerms } },
      },
    };
    expect(described('pv hand', [volume]).slice(4)).toEqual([
      'StorageClass:',
      'Status:            Available',
      'Claim:',
      'Reclaim Policy:    Retain',
      'Access Modes:      RWO,RWX',
      'VolumeMode:        Filesystem',
      'Capacity:          1Gi',
      'Node Affinity:',
      '  Required Terms:',
      '    Term 0:        kubernetes.io/hostname in [n, m]',
      '                   x exists',
      'Message:',
      'Source:',
      '    Type:  LocalVolume (a persistent volume backed by local storage on a node)',
      '    Path:  /disk',
      'Events:    <none>',
    ]);
  });

  it('StorageClass', () => {
    expect(described('sc standard', [])).toEqual([
      'Name:                  standard',
      'IsDefaultClass:        Yes',
      'Annotations:           storageclass.kubernetes.io/is-default-class=true',
      'Provisioner:           podium.dev/always',
      'Parameters:            <none>',
      'AllowVolumeExpansion:  <unset>',
      'MountOptions:          <none>',
      'ReclaimPolicy:         Delete',
      'VolumeBindingMode:     Immediate',
      'Events:                <none>',
    ]);
    const own = {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'own' },
      provisioner: 'x.io/y',
      parameters: { b: '2', a: '1' },
      allowVolumeExpansion: true,
      mountOptions: ['ro'],
      allowedTopologies: [{ matchLabelExpressions: [{ key: 'zone', values: ['a', 'b'] }] }],
    };
    const lines = described('sc own', [own]);
    // What apply notes ends with a line end, and stands there like any annotation.
    expect(lines.slice(2, 5)).toEqual([
      expect.stringMatching(/^Annotations: .*last-applied-configuration=\{.*\}$/),
      '',
      'Provisioner:           x.io/y',
    ]);
    expect(lines.slice(5)).toEqual([
      'Parameters:            a=1,b=2',
      'AllowVolumeExpansion:  True',
      'MountOptions:',
      '  ro',
      'ReclaimPolicy:      Delete',
      'VolumeBindingMode:  Immediate',
      'AllowedTopologies:',
      '  Term 0:           zone in [a, b]',
      'Events:             <none>',
    ]);
  });
});

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
      expect.stringMatching(/controller-revision-hash=/),
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
