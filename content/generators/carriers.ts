import 'server-only';
import type { Command } from '@/lib/cluster/command';
import { defineGenerator } from '@/lib/quiz/generator';
import type { Happening } from '@/lib/quiz/happening';
import type { Text } from '@/lib/text';
import { apply, at, plainContainer } from './manifests';

const template = (image: string, labels: object) => ({
  metadata: { labels },
  spec: { containers: [plainContainer(image)] },
});
const object = (apiVersion: string, kind: string, name: string, spec: object): Command =>
  apply({ apiVersion, kind, metadata: { name }, spec } as Parameters<typeof apply>[0]);
const replicaset = (name: string, selector: object, pod: object) =>
  object('apps/v1', 'ReplicaSet', name, { replicas: 1, selector, template: pod });
const controller = (name: string, selector: object, pod: object) =>
  object('v1', 'ReplicationController', name, { replicas: 1, selector, template: pod });
const service = (name: string, selector: object) =>
  object('v1', 'Service', name, { selector, ports: [{ port: 80 }] });

/** Something that is sent to the API server, and what is so if it was taken. */
interface Sent {
  readonly text: (name: string) => Text;
  readonly first?: (name: string, image: string) => Command;
  readonly sends: (name: string, image: string) => Command;
  readonly isTaken: (name: string) => Happening;
  readonly because: Text;
  readonly misconception?: string;
}

const exists = (kind: string) => (name: string) => ({ object: `${kind}/${name}`, exists: true });
const version = { version: 'v1' };
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const inSet = (name: string) => [{ key: 'app', operator: 'In', values: [name, `${name}-v2`] }];

const sents: readonly Sent[] = [
  {
    text: (name) => ({
      en: `an RC with \`selector: {app: ${name}, version: v1}\``,
      zh: `RC：\`selector: {app: ${name}, version: v1}\``,
    }),
    sends: (name, image) =>
      controller(name, { app: name, ...version }, template(image, { app: name, ...version })),
    isTaken: exists('ReplicationController'),
    because: {
      en: 'A map may have as many pairs as you like.',
      zh: '映射里的键值对有多少都可以。',
    },
  },
  {
    text: (name) => ({
      en: `a Service with \`selector: {app: ${name}, version: v1}\``,
      zh: `Service：\`selector: {app: ${name}, version: v1}\``,
    }),
    sends: (name) => service(name, { app: name, ...version }),
    isTaken: exists('Service'),
    because: {
      en: 'A map of pairs, and no template beside it to be compared with.',
      zh: '只是键值对，旁边也没有模板要对。',
    },
  },
  {
    text: (name) => ({
      en: `a ReplicaSet that selects \`app in (${name},${name}-v2)\``,
      zh: `ReplicaSet：选择 \`app in (${name},${name}-v2)\``,
    }),
    sends: (name, image) =>
      replicaset(name, { matchExpressions: inSet(name) }, template(image, { app: name })),
    isTaken: exists('ReplicaSet'),
    because: {
      en: 'A ReplicaSet has `matchExpressions`, and its template matches.',
      zh: 'ReplicaSet 可以写 `matchExpressions`，模板也匹配。',
    },
  },
  {
    text: (name) => ({
      en: `a ReplicaSet that selects \`app: ${name}\`, its template has \`app: ${name}-v2\``,
      zh: `ReplicaSet：选择 \`app: ${name}\`，模板里是 \`app: ${name}-v2\``,
    }),
    sends: (name, image) =>
      replicaset(name, { matchLabels: { app: name } }, template(image, { app: `${name}-v2` })),
    isTaken: exists('ReplicaSet'),
    because: {
      en: 'Its own Pods would not be its own: `selector` does not match template `labels`.',
      zh: '它创建的 Pod 不归它自己：`selector` does not match template `labels`。',
    },
    misconception: 'template-labels-are-free',
  },
  {
    text: (name) => ({
      en: `a ReplicaSet that selects \`app: ${capital(name)}\`, its template has \`app: ${name}\``,
      zh: `ReplicaSet：选择 \`app: ${capital(name)}\`，模板里是 \`app: ${name}\``,
    }),
    sends: (name, image) =>
      replicaset(name, { matchLabels: { app: capital(name) } }, template(image, { app: name })),
    isTaken: exists('ReplicaSet'),
    because: {
      en: 'Values are compared letter by letter, capitals and all.',
      zh: '值是逐个字母比较的，大小写也算。',
    },
    misconception: 'labels-ignore-case',
  },
  {
    text: (name) => ({
      en: `a Service with \`selector: {matchExpressions: [{key: app, operator: In, values: [${name}, ${name}-v2]}]}\``,
      zh: `Service：\`selector: {matchExpressions: [{key: app, operator: In, values: [${name}, ${name}-v2]}]}\``,
    }),
    sends: (name) => service(name, { matchExpressions: inSet(name) }),
    isTaken: exists('Service'),
    because: {
      en: 'The selector of a Service is a map of pairs. A list is no value in it.',
      zh: 'Service 的选择算符是键值对的映射，值不能是列表。',
    },
    misconception: 'services-take-expressions',
  },
  {
    text: (name) => ({
      en: `a ReplicaSet \`${name}\` that is there gets \`version: v1\` into its selector and its template`,
      zh: `已有的 ReplicaSet \`${name}\`：选择算符和模板都加上 \`version: v1\``,
    }),
    first: (name, image) => replicaset(name, { matchLabels: { app: name } }, template(image, { app: name })),
    sends: (name, image) =>
      replicaset(
        name,
        { matchLabels: { app: name, ...version } },
        template(image, { app: name, ...version }),
      ),
    isTaken: (name) => ({
      object: `ReplicaSet/${name}`,
      path: 'spec.selector.matchLabels.version',
      equals: 'v1',
    }),
    because: {
      en: 'The selector of an `apps/v1` workload is fixed when it is created: `field is immutable`.',
      zh: '`apps/v1` 工作负载的选择算符创建时就定下来了：`field is immutable`。',
    },
    misconception: 'selectors-can-be-edited',
  },
];

const taken = defineGenerator({
  id: 'selectors-taken',
  concept: 'selector-carriers',
  claims: ['replicaset-02', 'replicaset-05', 'replicaset-06'],
  kind: 'multiple',
  draw: (draw) => {
    const name = draw.name();
    const nodes = draw.nodes(1);
    const [image] = draw.images(name);
    const chosen = draw.some(sents, 5);
    const wrong = chosen.filter(({ misconception }) => misconception !== undefined).length;
    draw.need(wrong < 5);
    const members = draw.members(name, 5);
    return {
      kind: 'multiple',
      question: {
        en: `These are sent to the API server; their Pods run \`${image}\`, and templates have the labels that are selected unless another is named. Which of them does it take?`,
        zh: `把这些发给 API 服务器。Pod 的镜像是 \`${image}\`；没有另外写明的，模板里的标签都匹配选择算符。它会接受哪些？`,
      },
      choices: chosen.map(({ text, isTaken, because, misconception }, i) => ({
        text: text(members[i] ?? ''),
        happened: isTaken(members[i] ?? ''),
        because,
        ...(misconception !== undefined && { misconception }),
      })),
      hints: [
        {
          en: 'Which kinds have a map alone? Where stands a template beside the selector?',
          zh: '哪些类型只有映射？哪些的选择算符旁边有模板？',
        },
      ],
      explanation: {
        en: 'RC and Service have a map of pairs, the workloads of `apps/v1` also expressions. A template has to match, and the selector of `apps/v1` stays.',
        zh: 'RC 和 Service 只有键值对，`apps/v1` 的工作负载还有表达式。模板必须匹配，`apps/v1` 的选择算符不能再改。',
      },
      run: {
        nodes,
        allowsRefusals: true,
        commands: [
          ...at(0, ...chosen.flatMap(({ first }, i) => (first ? [first(members[i] ?? '', image)] : []))),
          ...at(5_000, ...chosen.map(({ sends }, i) => sends(members[i] ?? '', image))),
        ],
      },
      judgedAtMs: 10_000,
    };
  },
});

export const carriers = [taken];
