import type { FrameWords } from './frame-words';

export const en: FrameWords = {
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
