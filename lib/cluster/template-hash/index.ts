import { safeEncode } from '../chance';
import type { PodTemplate } from '../objects';
import { printed } from './print';

/** FNV-1a, 32 bits, over the UTF-8 of a text and then over bytes. */
function hashed(text: string, bytes: readonly number[]): number {
  let hash = 0x811c9dc5;
  const take = (byte: number) => {
    hash = Math.imul(hash ^ byte, 0x01000193);
  };
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) take(code);
    else if (code < 0x800) for (const byte of [0xc0 | (code >> 6), tail(code)]) take(byte);
    else if (code < 0x10000)
      for (const byte of [0xe0 | (code >> 12), tail(code >> 6), tail(code)]) take(byte);
    else for (const byte of [0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code)]) take(byte);
  }
  for (const byte of bytes) take(byte);
  return hash >>> 0;
}

const tail = (code: number): number => 0x80 | (code & 0x3f);

const texts = new WeakMap<PodTemplate, string>();

/** A template as Go prints it, looked up once: objects are values. */
function textOf(template: PodTemplate): string {
  const text = texts.get(template) ?? printed('PodTemplateSpec', template);
  texts.set(template, text);
  return text;
}

/**
 * The hash of a Pod template that its Pods and its ReplicaSet carry (`pod-template-hash`): the same as a cluster of v1.37 makes of
 * the same template. `collisions` makes another one when the name is taken. Source: pkg/controller ComputeHash.
 */
export function templateHash(template: PodTemplate, collisions?: number): string {
  const bytes =
    collisions === undefined
      ? []
      : [0, 8, 16, 24, 32, 40, 48, 56].map((shift) => (shift < 32 ? (collisions >>> shift) & 255 : 0));
  return safeEncode(String(hashed(textOf(template), bytes)));
}
