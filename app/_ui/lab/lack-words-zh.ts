import type { LackWords } from './lack-words';

const runs = '{object} 未就绪：在运行，容器就绪 {ready}';

export const zh: LackWords = {
  notThere: '{object} 不存在',
  stillThere: '{object} 还在',
  notReady: {
    reserved: '{object} 不存在',
    pending: '{object} 未就绪：在等节点',
    creating: '{object} 未就绪：在等容器启动',
    notReady: runs,
    partlyReady: runs,
    ready: '{object} 已就绪',
    terminating: '{object} 未就绪：正在终止',
    imageError: '{object} 未就绪：有容器无法启动，{status}',
    crashLoop: '{object} 未就绪：有容器反复退出',
    failed: '{object} 未就绪：已失败',
    succeeded: '{object} 未就绪：已结束',
    unknown: '{object} 未就绪：它的节点没有消息',
  },
  ready: '{object} 就绪了，但不应该就绪',
  notEnding: '{object} 没有在删除',
  ending: '{object} 正在删除，但不应该删除',
  templateImage: '{object} 模板里的镜像是 {is}，应为 {wanted}',
  image: '{object} 的镜像是 {is}，应为 {wanted}',
  replicas: '{object} 要求的副本数是 {is}，应为 {wanted}',
  updated: '{object} 用上最新模板的 Pod 数是 {is}，应为 {wanted}',
  value: '{object} 的 {path} 是 {is}，应为 {wanted}',
  count: '{what}：现在 {is}，要求 {wanted}',
  atLeast: '至少 {count}',
  atMost: '至多 {count}',
  otherValue: '{object} 的 {path} 是 {is}，但不应该是它',
  or: ' 或 ',
  unset: '未设置',
  more: '另有 {count} 项',
  asItFailed: '当时缺的是：',
};
