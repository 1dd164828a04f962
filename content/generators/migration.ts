import 'server-only';
import type { Command } from '@/lib/cluster/command';
import { defineGenerator } from '@/lib/quiz/generator';
import type { Happening } from '@/lib/quiz/happening';
import type { Text } from '@/lib/text';
import { apply, at, container, type Fields, plainContainer, workload } from './manifests';

export const service = (name: string, port: number, spec: object): Command =>
  apply({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { selector: { app: name }, ports: [{ port }], ...spec },
  } as Parameters<typeof apply>[0]);

export const serving = (port: number) => ({ command: ['/app', 'serve', `${port}`] });
export const probed = (command: readonly string[]) => ({
  readinessProbe: { exec: { command: [...command] }, periodSeconds: 1, failureThreshold: 1 },
});

/** MySQL as one Pod of a StatefulSet on 3306, behind a headless Service, each start of it so much slower. */
export const slowMysql = (name: string, image: string, ms: number, probe: Fields = {}): Command[] => [
  service(name, 3306, { clusterIP: 'None' }),
  apply(
    workload(
      'StatefulSet',
      name,
      image,
      { replicas: 1 },
      { containers: [container(image, { ...serving(3306), ...probe })] },
    ),
  ),
  { verb: 'slowStart', kind: 'StatefulSet', name, ms },
];

type Stop = 'door' | 'squid' | 'apache' | 'page';

const stops: Readonly<Record<Stop, Text>> = {
  door: { en: 'Nowhere, not to Squid', zh: '进不来，到不了 Squid' },
  squid: { en: 'To Squid, not further', zh: '能到 Squid，到此为止' },
  apache: { en: 'To Apache, no further', zh: '到 Apache，再无下文' },
  page: { en: 'Past Apache, to MySQL', zh: '走完了全程，到 MySQL' },
};

const roads = defineGenerator({
  id: 'how-far-a-request-comes',
  concept: 'cluster-balancing',
  claims: ['worked-example-05'],
  kind: 'predict',
  draw: (draw) => {
    const [squid, apache, mysql] = [draw.name(), draw.name(), draw.name()];
    const nodes = draw.nodes(2);
    const [image] = draw.images(squid);
    const front = draw.pick(['NodePort', 'NodePort', 'LoadBalancer', 'ClusterIP'] as const);
    const middle = draw.pick(['ClusterIP', 'ClusterIP', 'NodePort'] as const);
    const isHeadless = draw.pick([true, false]);
    const unready = draw.pick(['nobody', 'apache', 'mysql'] as const);
    const stop = (isOpen: boolean, hasApache: boolean, hasMysql: boolean): Stop => {
      if (!isOpen) return 'door';
      if (!hasApache) return 'squid';
      return hasMysql ? 'page' : 'apache';
    };
    const [isOpen, hasApache, hasMysql] = [front !== 'ClusterIP', unready !== 'apache', unready !== 'mysql'];
    const isSo = stop(isOpen, hasApache, hasMysql);
    const believed: readonly (readonly [string, Stop])[] = [
      ['cluster-ip-is-the-new-vip', stop(true, hasApache, hasMysql)],
      ['ready-comes-after-traffic', stop(true, true, true)],
      ['inside-needs-a-node-port', stop(true, hasApache && middle === 'NodePort', false)],
      ['headless-means-no-dns', stop(true, hasApache, hasMysql && !isHeadless)],
      ['lvs-moves-as-a-pod', 'door'],
    ];
    const leadsTo = new Map<Stop, string>();
    for (const [misconception, to] of believed)
      if (to !== isSo && !leadsTo.has(to)) leadsTo.set(to, misconception);
    draw.need(leadsTo.size >= 2);
    const ways = [`${squid}:80`, `${apache}:80`, `${mysql}:3306`];
    const reaches = (count: number, is: boolean): Happening => ({
      way: { from: 'outside', through: ways.slice(0, count) },
      is,
    });
    const happened: Readonly<Record<Stop, Happening>> = {
      door: reaches(1, false),
      squid: { all: [reaches(1, true), reaches(2, false)] },
      apache: { all: [reaches(2, true), reaches(3, false)] },
      page: reaches(3, true),
    };
    const shut = {
      en: 'It does not get in: a ClusterIP is known inside the cluster alone.',
      zh: '它进不来：ClusterIP 只在集群里有意义。',
    };
    const because: Readonly<Record<Stop, { readonly right: Text; readonly wrong: Text }>> = {
      door: {
        right: {
          en: 'A ClusterIP is known inside alone. A client outside needs a NodePort or a LoadBalancer.',
          zh: 'ClusterIP 只在集群里有意义。外面的客户端要经过 NodePort 或 LoadBalancer。',
        },
        wrong: {
          en: 'NodePort and LoadBalancer both open a port on each node. No machine of one’s own is needed for it.',
          zh: 'NodePort 和 LoadBalancer 都会在每个节点上打开一个端口，不需要另外一台机器。',
        },
      },
      squid: {
        right: {
          en: 'Pods that are not Ready are in no Service’s list, so Squid finds nobody.',
          zh: '未就绪的 Pod 不在 Service 的名单里，Squid 找不到谁。',
        },
        wrong: {
          en: 'Squid asks a name inside the cluster, and for that any type of Service does.',
          zh: 'Squid 问的是集群里的名字，哪种类型的 Service 都可以。',
        },
      },
      apache: {
        right: {
          en: 'MySQL runs and is not Ready: its Service leads to nobody.',
          zh: 'MySQL 在运行，但没有就绪：它的 Service 后面没有谁。',
        },
        wrong: {
          en: 'A ClusterIP or a headless Service: the name leads to MySQL in both cases.',
          zh: '是 ClusterIP 还是无头服务都一样，名字都通到 MySQL。',
        },
      },
      page: {
        right: {
          en: 'The door is open, and behind each name there is a Ready Pod.',
          zh: '门开着，每个名字后面都有就绪的 Pod。',
        },
        wrong: {
          en: 'Go from Service to Service: one of them is closed to this caller, or has no Ready Pod.',
          zh: '从一个 Service 走到下一个：其中有一个对来者不开，或者没有就绪的 Pod。',
        },
      },
    };
    const pods = { nobody: '', apache: apache, mysql: mysql }[unready];
    const told =
      unready === 'nobody'
        ? { en: 'All Pods are Ready.', zh: '所有 Pod 都就绪。' }
        : {
            en: `The Pods of \`${pods}\` run and are not Ready, all others are.`,
            zh: `\`${pods}\` 的 Pod 在运行但未就绪，其余都就绪。`,
          };
    const asked = (is: boolean) => probed(['/app', 'test', is ? '/app' : '/nowhere']);
    return {
      kind: 'predict',
      question: {
        en: `Squid stands behind Service \`${squid}\` (${front}) and asks \`${apache}\`, that is Apache (${middle}); Apache asks \`${mysql}\`, that is MySQL (${isHeadless ? '`clusterIP: None`' : 'ClusterIP'}). ${told.en} There is no LVS. How far does a request from outside come?`,
        zh: `Squid 在 Service \`${squid}\`（${front}）后面，它问 \`${apache}\`，也就是 Apache（${middle}）；Apache 问 \`${mysql}\`，也就是 MySQL（${isHeadless ? '`clusterIP: None`' : 'ClusterIP'}）。${told.zh}没有 LVS。外面来的请求能走到哪里？`,
      },
      choices: (['door', 'squid', 'apache', 'page'] as const)
        .filter((one) => one === isSo || leadsTo.has(one))
        .map((one) => {
          const misconception = leadsTo.get(one);
          return {
            text: stops[one],
            happened: happened[one],
            because: isOpen || one === 'door' ? because[one] : shut,
            ...(misconception !== undefined && { misconception }),
          };
        }),
      hints: [
        {
          en: 'Which Service is asked from outside, and which ones from inside?',
          zh: '哪个 Service 是从外面访问的，哪些是从里面？',
        },
      ],
      explanation: {
        en: 'The type of a Service decides who comes in by it; readiness decides who is behind it.',
        zh: 'Service 的类型决定谁能从这里进来，就绪与否决定谁在后面。',
      },
      run: {
        nodes,
        commands: at(
          0,
          service(squid, 80, { type: front }),
          service(apache, 80, { type: middle }),
          service(mysql, 3306, isHeadless ? { clusterIP: 'None' } : {}),
          apply(
            workload(
              'Deployment',
              squid,
              image,
              { replicas: 2 },
              { containers: [plainContainer(image, { ...serving(80), ...asked(true) })] },
            ),
          ),
          apply(
            workload(
              'Deployment',
              apache,
              image,
              { replicas: 2 },
              { containers: [plainContainer(image, { ...serving(80), ...asked(hasApache) })] },
            ),
          ),
          apply(
            workload(
              'StatefulSet',
              mysql,
              image,
              { replicas: 1 },
              { containers: [plainContainer(image, { ...serving(3306), ...asked(hasMysql) })] },
            ),
          ),
        ),
      },
      judgedAtMs: 15_000,
    };
  },
});

export const migration = [roads];
