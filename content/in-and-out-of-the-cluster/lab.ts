import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Json } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import type { ObjectTest } from '@/lib/lab/counted';
import { defineLabs } from '@/lib/lab/scenario';
import { at } from '../commands';

/**
 * The scenarios of lesson 13: three nodes with the addresses of the packets' figures, a Deployment `web` and a Service before it.
 * A Pod is Ready about 2 s after its program has started.
 */

const nodeNames = ['node-1', 'node-2', 'node-3'] as const;

const joins = nodeNames.map(
  (name, i): TimedCommand => ({
    atMs: 0,
    command: {
      verb: 'addNode',
      node: { name, address: `192.168.0.${11 + i}`, podCIDR: `10.244.${i + 1}.0/24` },
    },
  }),
);

const template = {
  metadata: { labels: { app: 'web' } },
  spec: {
    terminationGracePeriodSeconds: 5,
    containers: [
      {
        name: 'main',
        image: 'app:v1',
        command: ['/app', 'serve', '8080'],
        readinessProbe: {
          httpGet: { path: '/', port: 8080 },
          initialDelaySeconds: 2,
          periodSeconds: 1,
          failureThreshold: 1,
        },
      },
    ],
  },
};

const deployed = (replicas: number): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web' },
    spec: { replicas, selector: { matchLabels: { app: 'web' } }, template },
  },
});

const daemons: Command = {
  verb: 'apply',
  object: {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'web-each' },
    spec: { selector: { matchLabels: { app: 'web' } }, template },
  },
};

const ports = (nodePort?: number): Json => [
  { port: 80, targetPort: 8080, ...(nodePort !== undefined && { nodePort }) },
];

const service = (spec: Record<string, Json> = {}): Command => ({
  verb: 'apply',
  object: {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web' },
    spec: { clusterIP: '10.96.0.40', selector: { app: 'web' }, ports: ports(), ...spec },
  },
});

const door: Record<string, Json> = { type: 'NodePort', ports: ports(30_080) };
const local: Record<string, Json> = { externalTrafficPolicy: 'Local' };

const change = (spec: Record<string, Json>): Command => ({
  verb: 'patch',
  kind: 'Service',
  name: 'web',
  type: 'merge',
  body: { spec },
});

const cordon = (node: string, isOn = true): Command => ({
  verb: 'patch',
  kind: 'Node',
  name: node,
  type: 'merge',
  body: { spec: { unschedulable: isOn ? true : null } },
});

const scale = (replicas: number): Command => ({ verb: 'scale', kind: 'Deployment', name: 'web', replicas });
const remove = (kind: string, name: string): Command => ({ verb: 'delete', kind, name });

/** What a controller for load balancers writes when it has found an address. */
const given: Command = {
  verb: 'patch',
  kind: 'Service',
  name: 'web',
  type: 'merge',
  subresource: 'status',
  body: { status: { loadBalancer: { ingress: [{ ip: '198.51.100.7' }] } } },
};

const services = (where: ObjectTest): Condition => ({
  count: { kind: 'Service', where },
  what: { en: 'Services of this sort', zh: '这样的 Service' },
  is: 1,
});
const isOf = (type: string): ObjectTest => ({ path: 'spec.type', equals: type });
const hasAddress = (exists: boolean): ObjectTest => ({ path: 'status.loadBalancer.ingress', exists });

/** Whether the node has an endpoint that gets traffic: with policy Local, whether it answers. */
const answers = (node: string, is = true): Condition => {
  const count = {
    kind: 'EndpointSlice',
    where: { path: 'endpoints', has: { nodeName: node, conditions: { ready: true } } },
  } as const;
  const what = {
    en: `slices with a ready endpoint on ${node}`,
    zh: `含有 ${node} 上就绪端点的 EndpointSlice`,
  };
  return is ? { count, what, atLeast: 1 } : { count, what, is: 0 };
};
const answering = (...nodes: readonly string[]): Condition => ({
  all: nodeNames.map((name) => answers(name, nodes.includes(name))),
});
const everyNodeAnswers = answering(...nodeNames);

const of = (path: string, equals: Json): Condition => ({ object: 'Service/web', path, equals });
const isLocal = of('spec.externalTrafficPolicy', 'Local');
const isOpen = of('spec.ports.0.nodePort', 30_080);
const isCordoned: Condition = { object: 'Node/node-3', path: 'spec.unschedulable', equals: true };

const common = { seed: 7, nodes: [] } as const;
const begins = [...joins, ...at(0, cordon('node-3'))];

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'no-giver',
      caption: {
        en: 'Three nodes, Service web of type ClusterIP: at 10 s its type becomes LoadBalancer',
        zh: '三个节点，ClusterIP 类型的 Service web：第 10 秒改成 LoadBalancer',
      },
      commands: [
        ...joins,
        ...at(1_000, deployed(2), service()),
        ...at(10_000, change({ type: 'LoadBalancer' })),
      ],
      openAtMs: 9_000,
      pauseAtMs: 60_000,
      hands: ['kubectl'],
      claims: ['internet-to-pod-01'],
    },
    {
      ...common,
      id: 'given',
      caption: {
        en: 'The same, and at 12 s a controller for load balancers writes an address',
        zh: '同样的集群，第 12 秒负载均衡器的控制器写下一个地址',
      },
      commands: [
        ...joins,
        ...at(1_000, deployed(2), service()),
        ...at(10_000, change({ type: 'LoadBalancer' })),
        ...at(12_000, given),
      ],
      openAtMs: 9_000,
      pauseAtMs: 30_000,
      hands: ['kubectl'],
      claims: ['internet-to-pod-01'],
    },
    {
      ...common,
      id: 'local-drained',
      caption: {
        en: 'Port 30080 with policy Local, Pods of web on node-2 and node-3: node-2 is drained at 10 s',
        zh: '30080 端口，策略为 Local，web 的 Pod 在 node-2 和 node-3 上：第 10 秒腾空 node-2',
      },
      commands: [
        ...joins,
        ...at(1_000, deployed(2), service({ ...door, ...local })),
        ...at(10_000, cordon('node-2'), { verb: 'evict', name: 'web-666d64f896-ljbb8' }),
      ],
      openAtMs: 9_000,
      pauseAtMs: 20_000,
      hands: ['kubectl', 'cordon', 'drain', 'failReadiness', 'deletePod'],
      claims: ['internet-to-pod-01'],
    },
  ],

  predictions: [
    {
      id: 'without-a-giver',
      scenario: 'no-giver',
      question: {
        en: 'In a cluster on your own machines the type of a Service is changed from ClusterIP to LoadBalancer at 10 s. What does it have at 60 s?',
        zh: '在自己机器上搭的集群里，第 10 秒把一个 Service 的类型从 ClusterIP 改成 LoadBalancer。到第 60 秒它有什么？',
      },
      choices: [
        {
          text: {
            en: 'An address for the outside, taken from a range of the cluster',
            zh: '一个对外的地址，取自集群的某个地址段',
          },
          happened: services({ all: [isOf('LoadBalancer'), hasAddress(true)] }),
        },
        {
          text: {
            en: 'No address, and a port that is open at every node',
            zh: '没有地址，但有一个在每个节点上都开着的端口',
          },
          happened: services({
            all: [isOf('LoadBalancer'), hasAddress(false), { path: 'spec.ports.0.nodePort', exists: true }],
          }),
        },
        {
          text: { en: 'What it had before: the change is refused', zh: '和之前一样：这次修改会被拒绝' },
          happened: services(isOf('ClusterIP')),
        },
      ],
      judgedAtMs: 60_000,
    },
    {
      id: 'who-answers-at-20',
      scenario: 'local-drained',
      question: {
        en: 'Policy Local: port 30080 answers at node-2 and node-3, which have Pods, and not at node-1. At 10 s node-2 is drained. Where does the port answer at 20 s?',
        zh: '策略为 Local：有 Pod 的 node-2 和 node-3 在 30080 端口应答，node-1 不应答。第 10 秒腾空 node-2。到第 20 秒，哪些节点应答？',
      },
      choices: [
        {
          text: { en: 'At node-3 alone', zh: '只有 node-3' },
          happened: answering('node-3'),
        },
        {
          text: { en: 'At node-2 and node-3, as before', zh: 'node-2 和 node-3，和之前一样' },
          happened: answering('node-2', 'node-3'),
        },
        {
          text: { en: 'At all three nodes', zh: '三个节点都应答' },
          happened: everyNodeAnswers,
        },
        {
          text: { en: 'At node-1 and node-3', zh: 'node-1 和 node-3' },
          happened: answering('node-1', 'node-3'),
        },
      ],
      judgedAtMs: 20_000,
    },
  ],

  labs: [
    {
      ...common,
      id: 'keep-the-client',
      title: { en: 'Keep the client’s address', zh: '留住客户端的地址' },
      caption: {
        en: 'Three nodes, node-3 cordoned; Deployment web, 2 replicas; Service web of type ClusterIP',
        zh: '三个节点，node-3 被隔离；Deployment web，2 个副本；ClusterIP 类型的 Service web',
      },
      task: {
        en: 'Outside stands an old load balancer. It sends its clients to port 30080 of node-1, node-2 and node-3 in turn, and looks at no health check. Let the Pods of web see the clients’ own addresses, and let no client be sent to a node that drops its packets. Inside the cluster others use Service web; they are not to notice.',
        zh: '外面有一台老旧的负载均衡器，它把客户端轮流送到 node-1、node-2、node-3 的 30080 端口，从不做健康检查。要让 web 的 Pod 看到客户端自己的地址，又不能有客户端被送到会丢包的节点。集群里还有别人在用 Service web，不能让他们察觉。',
      },
      commands: [...begins, ...at(1_000, deployed(2), service())],
      openAtMs: 10_000,
      pauseAtMs: 120_000,
      hands: ['kubectl', 'cordon', 'deletePod'],
      goals: [
        {
          id: 'door-open',
          text: {
            en: 'Service web is open at port 30080 of the nodes',
            zh: 'Service web 在节点的 30080 端口开着',
          },
          condition: isOpen,
          when: 'now',
        },
        {
          id: 'client-kept',
          text: {
            en: 'The Pods see the clients’ own addresses',
            zh: 'Pod 看到的是客户端自己的地址',
          },
          condition: isLocal,
          when: 'now',
        },
        {
          id: 'each-node',
          text: { en: 'Each of the three nodes has a ready endpoint', zh: '三个节点上都有就绪的端点' },
          condition: everyNodeAnswers,
          when: 'now',
        },
        {
          id: 'nobody-dropped',
          text: {
            en: 'At no moment does policy Local meet a node without a ready endpoint',
            zh: '任何时刻，策略为 Local 时都没有缺少就绪端点的节点',
          },
          condition: { any: [{ not: isLocal }, everyNodeAnswers] },
          when: 'always',
        },
        {
          id: 'inside-as-before',
          text: {
            en: 'Service web keeps the address 10.96.0.40, and two Pods are Ready at every moment',
            zh: 'Service web 一直是 10.96.0.40，而且任何时刻都有两个 Pod 就绪',
          },
          condition: {
            all: [
              of('spec.clusterIP', '10.96.0.40'),
              {
                count: {
                  kind: 'Pod',
                  where: {
                    all: [
                      { selectedBy: { matchLabels: { app: 'web' } } },
                      { ready: true },
                      { terminating: false },
                    ],
                  },
                },
                what: { en: 'Pods of web that are Ready', zh: '就绪的 web 的 Pod' },
                atLeast: 2,
              },
            ],
          },
          when: 'always',
        },
      ],
      hints: [
        {
          when: { all: [isLocal, { not: everyNodeAnswers }] },
          en: 'Policy Local is set, and one node has no ready endpoint: its clients wait in vain. Press Reset, and begin with the Pods.',
          zh: '策略已经是 Local，却有节点没有就绪的端点，送到那里的客户端在白等。按“复位”，先从 Pod 做起。',
        },
        {
          when: { all: [isCordoned, { not: everyNodeAnswers }] },
          en: 'Which node has no Pod of web, and would a third Pod be put there? Look at `kubectl get nodes`.',
          zh: '哪个节点上没有 web 的 Pod？再加一个会落在那里吗？看看 `kubectl get nodes`。',
        },
        {
          when: { not: everyNodeAnswers },
          en: 'node-3 may take Pods again. Now there has to be one more: three replicas, or something that runs one on each node.',
          zh: 'node-3 又可以接收 Pod 了。现在还差一个：三个副本，或者每个节点各跑一个的那种控制器。',
        },
        {
          when: { not: isOpen },
          en: 'The Pods are in place. Patch the Service, don’t make it anew: its ClusterIP is in use.',
          zh: 'Pod 都就位了。Service 要打补丁，不要重建：它的 ClusterIP 有人在用。',
        },
        {
          when: { not: isOpen },
          en: '`kubectl patch svc web -p \'{"spec":{"type":"NodePort","externalTrafficPolicy":"Local","ports":[{"port":80,"nodePort":30080}]}}\'`',
          zh: '`kubectl patch svc web -p \'{"spec":{"type":"NodePort","externalTrafficPolicy":"Local","ports":[{"port":80,"nodePort":30080}]}}\'`',
        },
        {
          when: { not: isLocal },
          en: 'The door is open, and the Pods see addresses of nodes. Which field of the Service keeps the client’s?',
          zh: '门开了，可 Pod 看到的是节点的地址。Service 的哪个字段能留住客户端的地址？',
        },
      ],
      solutions: [
        {
          commands: [
            ...at(11_000, cordon('node-3', false)),
            ...at(12_000, scale(3)),
            ...at(20_000, change({ ...door, ...local })),
          ],
          untilMs: 30_000,
        },
        {
          commands: [...at(11_000, daemons), ...at(20_000, change(door)), ...at(22_000, change(local))],
          untilMs: 30_000,
        },
        {
          commands: [
            ...at(11_000, cordon('node-3', false)),
            ...at(12_000, scale(3)),
            ...at(20_000, change({ ...door, ...local, type: 'LoadBalancer' })),
          ],
          untilMs: 30_000,
        },
      ],
      shortcuts: [
        {
          why: 'with policy Cluster every node answers, and the Pods see no client',
          commands: at(11_000, change(door)),
          untilMs: 30_000,
          fails: 'client-kept',
        },
        {
          why: 'Local at once: node-3 has no Pod and drops what it gets',
          commands: at(11_000, change({ ...door, ...local })),
          untilMs: 30_000,
          fails: 'nobody-dropped',
        },
        {
          why: 'the Pods come, but after the policy',
          commands: [
            ...at(11_000, change({ ...door, ...local })),
            ...at(12_000, cordon('node-3', false)),
            ...at(13_000, scale(3)),
          ],
          untilMs: 30_000,
          fails: 'nobody-dropped',
        },
        {
          why: 'a third Pod alone lands beside the others, for node-3 is cordoned',
          commands: [...at(11_000, scale(3)), ...at(20_000, change(door))],
          untilMs: 30_000,
          fails: 'each-node',
        },
        {
          why: 'without a wish for the number the API server picks another port',
          commands: [
            ...at(11_000, cordon('node-3', false)),
            ...at(12_000, scale(3)),
            ...at(20_000, change({ type: 'NodePort', ...local })),
          ],
          untilMs: 30_000,
          fails: 'door-open',
        },
        {
          why: 'a Service that is deleted and made again was gone for those inside',
          commands: [
            ...at(11_000, cordon('node-3', false)),
            ...at(12_000, scale(3)),
            ...at(20_000, remove('Service', 'web')),
            ...at(21_000, service({ ...door, ...local })),
          ],
          untilMs: 30_000,
          fails: 'inside-as-before',
        },
        {
          why: 'the DaemonSet before which the Deployment goes leaves a gap',
          commands: [
            ...at(11_000, remove('Deployment', 'web')),
            ...at(12_000, daemons),
            ...at(20_000, change({ ...door, ...local })),
          ],
          untilMs: 30_000,
          fails: 'inside-as-before',
        },
      ],
      claims: ['internet-to-pod-01'],
    },
  ],
});
