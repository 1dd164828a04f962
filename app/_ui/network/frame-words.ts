import type { Locale } from '@/lib/text';

/** What is said about the bytes of a frame. `{name}` is filled in by `fill`; names of headers and fields are not translated. */
export interface FrameWords {
  /** `{place}` is `node-1 / eth0`. */
  readonly title: string;
  readonly scale: string;
  readonly outer: string;
  /** The frame in the tunnel: of a packet that a Pod sent, and of any other. */
  readonly inner: string;
  readonly innerOfNode: string;
  readonly plain: string;
  readonly layers: string;
  readonly layer: string;
  readonly layerOuter: string;
  readonly toDevice: string;
  /** Of a layer that is drawn shorter than it is. */
  readonly cut: string;
  readonly fields: string;
  readonly noFields: string;
  readonly bytes: string;
  readonly all: string;
  readonly fewer: string;
  readonly changed: string;
  readonly unchanged: string;
  readonly byte: string;
}

const en: FrameWords = {
  title: 'The frame on {place}, {n} bytes',
  scale: 'width is size: one tick, one byte',
  outer: 'outer, added by {host}: {n} bytes',
  inner: 'inner frame, with the Pod’s packet: {n} bytes, carried unchanged',
  innerOfNode: 'inner frame: {n} bytes, carried unchanged',
  plain: 'no envelope: {n} bytes',
  layers: 'Layers of the frame',
  layer: '{layer}, {n} bytes from byte {from}',
  layerOuter: 'outer {layer}, {n} bytes from byte {from}',
  toDevice: 'to {device}',
  cut: 'drawn shorter',
  fields: 'Fields of {layer}',
  noFields: 'What the headers carry: its {n} bytes are not read on the way.',
  bytes: 'All bytes in hex:',
  all: 'Show all {n} bytes',
  fewer: 'Show fewer bytes',
  changed: 'Bytes that changed since the frame before are bold: {n} here.',
  unchanged: 'Bytes that changed since the frame before are bold: none here.',
  byte: 'byte {at}, {layer}',
};

const zh: FrameWords = {
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

export const frameWords: Readonly<Record<Locale, FrameWords>> = { en, zh };
