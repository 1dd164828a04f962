import type { FrameWords } from './frame-words';

export const zh: FrameWords = {
  title: '{place} 上的帧，{n} 字节',
  scale: '宽度即长度：一格一字节',
  outer: '外层，由 {host} 加上：{n} 字节',
  inner: '内层帧，装着 Pod 的数据包：{n} 字节，原样传送',
  innerOfNode: '内层帧：{n} 字节，原样传送',
  plain: '没有外层：{n} 字节',
  layers: '帧的各层',
  layer: '{layer}，{n} 字节，从字节 {from} 起',
  layerOuter: '外层 {layer}，{n} 字节，从字节 {from} 起',
  toDevice: '发往 {device}',
  cut: '未按比例画',
  fields: '{layer} 的字段',
  noFields: '各层首部所装的内容：{n} 字节，途中没有谁读它。',
  bytes: '全部字节（十六进制）：',
  all: '显示全部 {n} 字节',
  fewer: '少显示一些字节',
  changed: '与上一帧不同的字节为粗体：这里有 {n} 个。',
  unchanged: '与上一帧不同的字节为粗体：这里没有。',
  byte: '字节 {at}，{layer}',
};
