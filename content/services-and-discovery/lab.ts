import 'server-only';
import type { Command, TimedCommand } from '@/lib/cluster/command';
import type { Json, Manifest } from '@/lib/cluster/objects';
import type { Condition } from '@/lib/lab/condition';
import type { ObjectTest } from '@/lib/lab/counted';
import { defineLabs } from '@/lib/lab/scenario';
import { apply, at } from '../commands';

/**
 * The scenarios of lesson 10. A Deployment of Pods that serve on port 8080, a Service before it on port 80, and a Pod `client` that can
 * ask in the network view. A Pod takes about 0.3 s to start and is Ready 2 s later. Where a story names a Pod of the Deployment, the
 * name is chance and of this seed.
 */

const serves = (app: string, probed = 8080) => ({
  metadata: { labels: { app } },
  spec: {
    terminationGracePeriodSeconds: 5,
    containers: [
      {
        name: 'main',
        image: 'app:v1',
        command: ['/app', 'serve', '8080'],
        readinessProbe: {
          httpGet: { path: '/', port: probed },
          initialDelaySeconds: 2,
          periodSeconds: 1,
          failureThreshold: 1,
        },
      },
    ],
  },
});

const deployment = (name: string, replicas: number, probed = 8080): Manifest => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name },
  spec: { replicas, selector: { matchLabels: { app: name } }, template: serves(name, probed) },
});

const service = (name: string, spec: Record<string, Json> = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { selector: { app: name }, ports: [{ port: 80, targetPort: 8080 }], ...spec },
});

const pod = (name: string, body: object): Manifest => {
  const { metadata, spec } = body as { metadata: Record<string, Json>; spec: Record<string, Json> };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { ...metadata, name }, spec };
};

const client = pod('client', {
  metadata: { labels: { app: 'client' } },
  spec: { containers: [{ name: 'main', image: 'app:v1', command: ['/app', 'pause'] }] },
});

const patch = (kind: string, name: string, spec: object): Command => ({
  verb: 'patch',
  kind,
  name,
  type: kind === 'Service' ? 'merge' : 'strategic',
  body: { spec },
});

const shopWith = (before: Manifest): readonly TimedCommand[] =>
  at(0, apply(client), apply(deployment('web', 3)), apply(before));
const shop = shopWith(service('web', { clusterIP: '10.96.0.20' }));

const nodes = ['node-1', 'node-2', 'node-3'];
const common = { seed: 7, nodes, subject: 'Deployment/web' } as const;

const ofService = (name: string): ObjectTest => ({
  selectedBy: { matchLabels: { 'kubernetes.io/service-name': name } },
});
const isReadyEndpoint = (n: number, is: boolean): ObjectTest =>
  is
    ? { path: `endpoints.${n}.conditions.ready`, equals: true }
    : { not: { path: `endpoints.${n}.conditions.ready`, equals: true } };

/** Whether a slice of a Service passes the tests, and what such slices are called. */
const sliceCalled = (
  what: { en: string; zh: string },
  name: string,
  ...tests: readonly ObjectTest[]
): Condition => ({
  count: { kind: 'EndpointSlice', where: { all: [ofService(name), ...tests] } },
  what,
  atLeast: 1,
});
const slice = (name: string, ...tests: readonly ObjectTest[]): Condition =>
  sliceCalled(
    { en: `EndpointSlices of ${name} that are so`, zh: `${name} 的 EndpointSlice 中符合的` },
    name,
    ...tests,
  );
const listed = (name: string, pod: string, ready: boolean): Condition =>
  slice(name, { path: 'endpoints', has: { targetRef: { name: pod }, conditions: { ready } } });
const hasNone = (name: string): Condition => slice(name, { not: { path: 'endpoints.0', exists: true } });
const twoAt8080 = (name: string): Condition =>
  sliceCalled(
    {
      en: `EndpointSlices of ${name} with port 8080 and two ready endpoints`,
      zh: `${name} 的 EndpointSlice 中端口为 8080、有两个就绪端点的`,
    },
    name,
    { path: 'ports', has: { port: 8080 } },
    isReadyEndpoint(0, true),
    isReadyEndpoint(1, true),
  );

const selectorIs = (name: string, app: string): Condition => ({
  object: `Service/${name}`,
  path: 'spec.selector.app',
  equals: app,
});
const clusterIP = (equals: string): Condition => ({ object: 'Service/web', path: 'spec.clusterIP', equals });

/** Pods of the Deployment `web` under this seed. */
const [one, two, three] = ['web-666d64f896-9w4v5', 'web-666d64f896-w9vz8', 'web-666d64f896-zsljb'];

const podsServe = (app: string): Condition => ({
  count: {
    kind: 'Pod',
    where: {
      all: [{ selectedBy: { matchLabels: { app } } }, { ready: true }, { terminating: false }],
    },
  },
  what: { en: `Pods of ${app} that are Ready`, zh: `${app} 的就绪 Pod` },
  atLeast: 2,
});

const probe = (port: number) => ({
  template: { spec: { containers: [{ name: 'main', readinessProbe: { httpGet: { path: '/', port } } }] } },
});
const sendsTo = (targetPort: number, port = 80) => ({ ports: [{ port, targetPort, protocol: 'TCP' }] });

export default defineLabs({
  scenarios: [
    {
      ...common,
      id: 'typo',
      caption: {
        en: 'Deployment web, 3 Pods, and Service web before them: its selector is changed at 10 s',
        zh: 'Deployment web 有 3 个 Pod，前面是 Service web：第 10 秒改了它的选择算符',
      },
      commands: [...shop, ...at(10_000, patch('Service', 'web', { selector: { app: 'Web' } }))],
      openAtMs: 9_000,
      pauseAtMs: 20_000,
      hands: ['kubectl'],
      claims: ['service-discovery-01'],
    },
    {
      ...common,
      id: 'members',
      caption: {
        en: 'Service web: a Pod without a Deployment is created at 10 s, the readiness of another fails at 14 s',
        zh: 'Service web：第 10 秒创建一个不属于 Deployment 的 Pod，第 14 秒另一个变为未就绪',
      },
      commands: [
        ...shop,
        ...at(10_000, apply(pod('trial', serves('web')))),
        ...at(14_000, { verb: 'failReadiness', pod: one ?? '' }),
      ],
      openAtMs: 9_500,
      pauseAtMs: 24_000,
      hands: ['failReadiness', 'scale', 'deletePod', 'kubectl'],
      claims: ['service-discovery-01', 'service-discovery-02'],
    },
    {
      ...common,
      id: 'recreated',
      caption: {
        en: 'Service web is deleted at 10 s and created again at 12 s, from the same manifest',
        zh: '第 10 秒删除 Service web，第 12 秒用同一份清单重新创建',
      },
      commands: [
        ...shopWith(service('web')),
        ...at(10_000, { verb: 'delete', kind: 'Service', name: 'web' }),
        ...at(12_000, apply(service('web'))),
      ],
      openAtMs: 9_500,
      pauseAtMs: 20_000,
      hands: ['kubectl'],
      claims: ['service-discovery-02'],
    },
  ],

  predictions: [
    {
      id: 'one-capital-letter',
      scenario: 'typo',
      question: {
        en: 'At 10 s the selector of Service web becomes `app: Web`; the Pods have `app: web`. What is there at 14 s?',
        zh: '第 10 秒，Service web 的选择算符变成 `app: Web`；Pod 的标签是 `app: web`。到第 14 秒是什么样子？',
      },
      choices: [
        {
          text: {
            en: 'All as before: the API server refuses a selector that matches nothing',
            zh: '和原来一样：什么也选不中的选择算符，API 服务器不收',
          },
          happened: selectorIs('web', 'web'),
        },
        {
          text: {
            en: 'The new selector, and three endpoints: those that it has found it keeps',
            zh: '选择算符变了，端点还是三个：已经找到的会留着',
          },
          happened: { all: [selectorIs('web', 'Web'), slice('web', isReadyEndpoint(2, true))] },
        },
        {
          text: {
            en: 'The new selector, the old address, and not one endpoint',
            zh: '选择算符变了，地址还是原来的，端点一个也没有',
          },
          happened: { all: [selectorIs('web', 'Web'), hasNone('web'), clusterIP('10.96.0.20')] },
        },
      ],
      judgedAtMs: 14_000,
    },
    {
      id: 'who-gets-traffic',
      scenario: 'members',
      question: {
        en: 'Four Pods with `app: web`: three of the Deployment, and trial, which nobody owns. At 14 s the probe of one of the three fails. Which endpoints are ready at 18 s?',
        zh: '四个带 `app: web` 的 Pod：三个属于 Deployment，trial 没有属主。第 14 秒，三个之中有一个的探针失败了。到第 18 秒，哪些端点就绪？',
      },
      choices: [
        {
          text: { en: 'All four, for all four run', zh: '四个都是，因为四个都在运行' },
          happened: { all: [listed('web', one ?? '', true), listed('web', 'trial', true)] },
        },
        {
          text: { en: 'Two of the Deployment, and trial', zh: 'Deployment 的两个，加上 trial' },
          happened: {
            all: [
              listed('web', one ?? '', false),
              listed('web', two ?? '', true),
              listed('web', three ?? '', true),
              listed('web', 'trial', true),
            ],
          },
        },
        {
          text: { en: 'Two of the Deployment alone', zh: '只有 Deployment 的两个' },
          happened: { all: [listed('web', one ?? '', false), { not: listed('web', 'trial', true) }] },
        },
        {
          text: { en: 'Three of the Deployment alone', zh: '只有 Deployment 的三个' },
          happened: { all: [listed('web', one ?? '', true), { not: listed('web', 'trial', true) }] },
        },
      ],
      judgedAtMs: 18_000,
    },
    {
      id: 'the-same-manifest',
      scenario: 'recreated',
      question: {
        en: 'Service web has the address 10.96.0.1. It is deleted, and two seconds later created again from the same manifest. Which address has it then?',
        zh: 'Service web 的地址是 10.96.0.1。把它删掉，两秒后用同一份清单再创建。这时它的地址是什么？',
      },
      choices: [
        {
          text: { en: '10.96.0.1: the name has it', zh: '10.96.0.1：地址跟着名字走' },
          happened: clusterIP('10.96.0.1'),
        },
        {
          text: { en: 'Another one', zh: '另一个' },
          happened: {
            all: [
              { object: 'Service/web', path: 'spec.type', equals: 'ClusterIP' },
              { not: clusterIP('10.96.0.1') },
            ],
          },
        },
        {
          text: { en: 'None, until its Pods are made again', zh: '没有，要等它的 Pod 也重新创建' },
          happened: { object: 'Service/web', exists: false },
        },
      ],
      judgedAtMs: 16_000,
    },
  ],

  labs: [
    {
      seed: 7,
      nodes,
      id: 'three-doors',
      title: { en: 'Three doors that lead nowhere', zh: '三扇不通的门' },
      caption: {
        en: 'Services cart, pay and mail, each with a Deployment of 2 Pods: client reaches none of them',
        zh: 'Service cart、pay、mail，各有一个 2 个 Pod 的 Deployment：client 一个也访问不到',
      },
      task: {
        en: 'client gets no answer from `cart`, `pay` or `mail`. Each has a fault of its own. Find and mend them, so that every Service sends to port 8080 of two Ready Pods of its own. The Pods of cart and mail are well: at every moment two of each must be Ready.',
        zh: 'client 访问 `cart`、`pay`、`mail` 都得不到应答，三个各有各的毛病。找出来修好，让每个 Service 都把流量送到自己的两个就绪 Pod 的 8080 端口。cart 和 mail 的 Pod 没有问题：任何时刻都要各有两个就绪。',
      },
      commands: at(
        0,
        apply(client),
        apply(deployment('cart', 2)),
        apply(deployment('pay', 2, 8081)),
        apply(deployment('mail', 2)),
        apply(service('cart', { clusterIP: '10.96.0.21', selector: { app: 'card' } })),
        apply(service('pay', { clusterIP: '10.96.0.22' })),
        apply(service('mail', { clusterIP: '10.96.0.23', ...sendsTo(8081) })),
      ),
      openAtMs: 10_000,
      pauseAtMs: 120_000,
      hands: ['kubectl', 'deletePod'],
      goals: [
        {
          id: 'cart',
          text: {
            en: 'Service cart has two ready endpoints, Pods of cart, at port 8080',
            zh: 'Service cart 有两个就绪端点，都是 cart 的 Pod，端口 8080',
          },
          condition: { all: [selectorIs('cart', 'cart'), twoAt8080('cart')] },
          when: 'now',
        },
        {
          id: 'pay',
          text: {
            en: 'Service pay has two ready endpoints at port 8080, and its Pods are Ready by a probe of that port',
            zh: 'Service pay 有两个就绪端点，端口 8080；它的 Pod 经这个端口的探针判定为就绪',
          },
          condition: {
            all: [
              selectorIs('pay', 'pay'),
              twoAt8080('pay'),
              podsServe('pay'),
              {
                object: 'Deployment/pay',
                path: 'spec.template.spec.containers.0.readinessProbe.httpGet.port',
                equals: 8080,
              },
            ],
          },
          when: 'now',
        },
        {
          id: 'mail',
          text: {
            en: 'Service mail has two ready endpoints, Pods of mail, at port 8080',
            zh: 'Service mail 有两个就绪端点，都是 mail 的 Pod，端口 8080',
          },
          condition: { all: [selectorIs('mail', 'mail'), twoAt8080('mail')] },
          when: 'now',
        },
        {
          id: 'nobody-restarted',
          text: {
            en: 'Two Pods of cart and two of mail are Ready and not Terminating',
            zh: 'cart 和 mail 各有两个 Pod 就绪，而且不在 Terminating',
          },
          condition: { all: [podsServe('cart'), podsServe('mail')] },
          when: 'always',
        },
      ],
      hints: [
        {
          en: 'Begin with `kubectl get endpointslices` and `kubectl describe svc`. Which Service has no endpoints, which has some that are not ready, and which has ready ones at which port?',
          zh: '先看 `kubectl get endpointslices` 和 `kubectl describe svc`：哪个 Service 没有端点，哪个的端点没有就绪，哪个的端点就绪了，端口又是几？',
        },
        {
          when: { not: selectorIs('cart', 'cart') },
          en: 'cart: compare `kubectl describe svc cart` with `kubectl get pods --show-labels`, letter by letter.',
          zh: 'cart：拿 `kubectl describe svc cart` 和 `kubectl get pods --show-labels` 逐个字母对照。',
        },
        {
          when: { not: podsServe('pay') },
          en: 'pay: its Pods are listed, and none is Ready. In `kubectl describe pods -l app=pay`, compare the line Readiness with the command above it.',
          zh: 'pay：它的 Pod 列出来了，但都没有就绪。在 `kubectl describe pods -l app=pay` 里，拿 Readiness 那一行和它上面的命令对照。',
        },
        {
          when: { not: twoAt8080('mail') },
          en: 'mail: its endpoints are ready. At which port do they expect a packet, and at which does the program listen?',
          zh: 'mail：它的端点是就绪的。包会送到哪个端口，程序又在哪个端口监听？',
        },
        {
          when: { not: selectorIs('cart', 'cart') },
          en: '`kubectl patch svc cart -p \'{"spec":{"selector":{"app":"cart"}}}\'`',
          zh: '`kubectl patch svc cart -p \'{"spec":{"selector":{"app":"cart"}}}\'`',
        },
        {
          when: { not: twoAt8080('mail') },
          en: '`kubectl patch svc mail -p \'{"spec":{"ports":[{"port":80,"targetPort":8080}]}}\'`',
          zh: '`kubectl patch svc mail -p \'{"spec":{"ports":[{"port":80,"targetPort":8080}]}}\'`',
        },
        {
          when: { not: podsServe('pay') },
          en: '`kubectl edit deploy pay` opens its template; the probe’s port has to be 8080.',
          zh: '用 `kubectl edit deploy pay` 打开模板，把探针的端口改成 8080。',
        },
      ],
      solutions: [
        {
          commands: [
            ...at(20_000, patch('Service', 'cart', { selector: { app: 'cart' } })),
            ...at(25_000, patch('Deployment', 'pay', probe(8080))),
            ...at(30_000, patch('Service', 'mail', sendsTo(8080))),
          ],
          untilMs: 60_000,
        },
        {
          commands: [
            ...at(
              20_000,
              { verb: 'delete', kind: 'Service', name: 'cart' },
              { verb: 'delete', kind: 'Service', name: 'mail' },
              { verb: 'delete', kind: 'Deployment', name: 'pay' },
            ),
            ...at(40_000, apply(service('cart')), apply(service('mail')), apply(deployment('pay', 2))),
          ],
          untilMs: 60_000,
        },
      ],
      shortcuts: [
        {
          why: 'new Pods of cart have the old label: the selector is what is wrong',
          commands: at(20_000, {
            verb: 'patch',
            kind: 'Deployment',
            name: 'cart',
            type: 'strategic',
            body: { spec: { template: { metadata: { annotations: { restarted: 'now' } } } } },
          }),
          untilMs: 60_000,
          fails: 'cart',
        },
        {
          why: 'Pods of another Service answer in place of cart',
          commands: at(20_000, patch('Service', 'cart', { selector: { app: 'mail' } })),
          untilMs: 60_000,
          fails: 'cart',
        },
        {
          why: 'calling Pods ready that are not mends no probe',
          commands: at(20_000, patch('Service', 'pay', { publishNotReadyAddresses: true })),
          untilMs: 60_000,
          fails: 'pay',
        },
        {
          why: 'a Service at port 8081 still sends to 8081, where nobody listens',
          commands: at(20_000, patch('Service', 'mail', sendsTo(8081, 8081))),
          untilMs: 60_000,
          fails: 'mail',
        },
        {
          why: 'a probe that asks nothing would be Ready, and nobody is watched',
          commands: at(20_000, {
            verb: 'patch',
            kind: 'Deployment',
            name: 'pay',
            type: 'json',
            body: [{ op: 'remove', path: '/spec/template/spec/containers/0/readinessProbe' }],
          }),
          untilMs: 60_000,
          fails: 'pay',
        },
        {
          why: 'cart and mail were well, and stood still while they were made again',
          commands: [
            ...at(
              20_000,
              ...['cart', 'mail'].map((name): Command => ({ verb: 'delete', kind: 'Deployment', name })),
            ),
            ...at(
              30_000,
              apply(deployment('cart', 2)),
              apply(deployment('mail', 2)),
              patch('Service', 'cart', { selector: { app: 'cart' } }),
              patch('Service', 'mail', sendsTo(8080)),
              patch('Deployment', 'pay', probe(8080)),
            ),
          ],
          untilMs: 60_000,
          fails: 'nobody-restarted',
        },
      ],
      claims: ['service-discovery-01'],
    },
  ],
});
