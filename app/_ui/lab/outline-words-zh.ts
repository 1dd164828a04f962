import type { OutlineWords } from './outline-words';

export const zh: OutlineWords = {
  cluster: '集群，{nodes} 个节点，{pods} 个 Pod',
  workloads: '工作负载，{count} 个',
  noNode: '还没有节点，{count} 个 Pod',
  node: '{name}，节点，{size}，{state}{requested}，{pods} 个 Pod',
  ready: '就绪',
  notReady: 'NotReady',
  cordoned: '已隔离',
  silent: '失联，集群尚未察觉',
  taint: '污点 {key}:{effect}',
  requested: '，已请求 CPU {cpu}%、内存 {memory}%',
  workload: '{kind} {name}，{counts}，{ready} 个就绪',
  wantsHas: '期望 {wants}，现有 {has}',
  has: '现有 {has}',
  revision: '修订版本 {n}',
  scales: '扩缩 {name}',
  going: '正在删除',
  slowStart: '每次启动都慢 {seconds} 秒',
  and: '，',
};
