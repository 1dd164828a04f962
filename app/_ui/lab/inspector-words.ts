import type { HandId } from '@/lib/lab/hands';
import type { Locale } from '@/lib/text';

/** Every word of the inspector and of what can be done to an object, in one language; `{name}` is filled in. */
export interface InspectorWords {
  readonly tabs: Readonly<Record<'objects' | 'why' | 'yaml' | 'events' | 'machine', string>>;
  readonly label: string;
  readonly objects: string;
  readonly none: string;
  readonly choose: string;
  readonly gone: string;
  readonly isOf: string;
  readonly on: string;
  readonly ready: string;
  readonly going: string;
  readonly endpoints: string;
  readonly oneEndpoint: string;
  readonly endpointsOf: string;
  readonly kept: string;
  readonly restarts: string;
  readonly more: string;
  readonly fewer: string;
  readonly noCause: string;
  readonly noEvents: string;
  readonly noMachine: string;
  readonly state: string;
  readonly hands: Readonly<Record<HandId, string>>;
  readonly handsOf: string;
  readonly otherHands: string;
  readonly chooseToAct: string;
  readonly noHands: string;
}

const en: InspectorWords = {
  tabs: { objects: 'Objects', why: 'Why', yaml: 'YAML', events: 'Events', machine: 'Machine' },
  label: 'Inspector',
  objects: 'Objects of the cluster',
  none: 'Nothing but nodes yet. Apply a manifest or write kubectl create.',
  choose: 'Choose an object: its YAML, its Events, its machine and why it is as it is are told here.',
  gone: '{name} is not there at this moment.',
  isOf: '{kind} {name}',
  on: '{status}, on {node}',
  ready: '{ready}/{wants} ready',
  going: 'deleting',
  endpoints: '{count} endpoints',
  oneEndpoint: '1 endpoint',
  endpointsOf: '{count} of {of} endpoints',
  kept: '{phase}, no Pod',
  restarts: '{status} ×{count}',
  more: '{count} more',
  fewer: 'Fewer',
  noCause: 'It was there from the beginning.',
  noEvents: 'No Events about {name}.',
  noMachine: '{name} has no machine: nothing in the cluster decides by it.',
  state: 'now',
  hands: {
    delete: 'Delete {name}',
    deleteNow: 'Delete {name} at once, without grace',
    crash: 'Crash the container of {name}',
    failReadiness: 'Fail readiness of {name}',
    mendReadiness: 'Mend readiness of {name}',
    failLiveness: 'Fail liveness of {name}',
    mendLiveness: 'Mend liveness of {name}',
    cordon: 'Cordon {name}',
    uncordon: 'Uncordon {name}',
    taint: 'Taint {name}: NoExecute',
    untaint: 'Remove the taint {value} from {name}',
    drain: 'Drain {name}',
    silence: 'Cut {name} off',
    restore: 'Let {name} speak again',
    setImage: 'Set image {value}',
    scaleUp: 'Scale {name} to {replicas}',
    scaleDown: 'Scale {name} to {replicas}',
    scaleToZero: 'Scale {name} to 0',
  },
  handsOf: 'What can be done to {name}',
  otherHands: 'More',
  chooseToAct: 'Choose an object to act on it.',
  noHands: 'Nothing can be done to {name} now.',
};

const zh: InspectorWords = {
  tabs: { objects: '对象', why: '为什么', yaml: 'YAML', events: '事件', machine: '状态机' },
  label: '查看器',
  objects: '集群中的对象',
  none: '目前只有节点。应用一份清单，或者输入 kubectl create。',
  choose: '选一个对象：它的 YAML、事件、状态机，以及它为什么是现在这样，都会写在这里。',
  gone: '此刻没有 {name}。',
  isOf: '{kind} {name}',
  on: '{status}，在 {node} 上',
  ready: '{ready}/{wants} 就绪',
  going: '正在删除',
  endpoints: '{count} 个端点',
  oneEndpoint: '1 个端点',
  endpointsOf: '{of} 个中有 {count} 个端点',
  kept: '{phase}，没有 Pod 使用',
  restarts: '{status} ×{count}',
  more: '还有 {count} 个',
  fewer: '收起',
  noCause: '它从一开始就在。',
  noEvents: '没有关于 {name} 的事件。',
  noMachine: '{name} 没有状态机：集群里没有谁据它做决定。',
  state: '现在',
  hands: {
    delete: '删除 {name}',
    deleteNow: '立即删除 {name}，不留宽限期',
    crash: '让 {name} 的容器崩溃',
    failReadiness: '让 {name} 的就绪探针失败',
    mendReadiness: '恢复 {name} 的就绪探针',
    failLiveness: '让 {name} 的存活探针失败',
    mendLiveness: '恢复 {name} 的存活探针',
    cordon: '封锁 {name}（cordon）',
    uncordon: '解除对 {name} 的封锁',
    taint: '给 {name} 加污点：NoExecute',
    untaint: '去掉 {name} 的污点 {value}',
    drain: '排空 {name}（drain）',
    silence: '切断 {name}',
    restore: '恢复 {name} 的通信',
    setImage: '把镜像换成 {value}',
    scaleUp: '把 {name} 扩到 {replicas} 个副本',
    scaleDown: '把 {name} 缩到 {replicas} 个副本',
    scaleToZero: '把 {name} 缩到 0 个副本',
  },
  handsOf: '可以对 {name} 做什么',
  otherHands: '更多',
  chooseToAct: '选一个对象，再对它动手。',
  noHands: '现在对 {name} 没有什么可做。',
};

export const inspectorWords: Readonly<Record<Locale, InspectorWords>> = { en, zh };
