import { safeEncode } from '../chance';
import type { PodTemplate } from '../objects';
import { printed } from './print';

/** The bytes of a text's UTF-8. */
export function* utf8(text: string): Generator<number> {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) yield code;
    else if (code < 0x800) yield* [0xc0 | (code >> 6), tail(code)];
    else if (code < 0x10000) yield* [0xe0 | (code >> 12), tail(code >> 6), tail(code)];
    else yield* [0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code)];
  }
}

/** FNV-1a, 32 bits, over the UTF-8 of a text and then over bytes. */
function hashed(text: string, bytes: readonly number[]): number {
  let hash = 0x811c9dc5;
  const take = (byte: number) => {
    hash = Math.imul(hash ^ byte, 0x01000193);
  };
  for (const byte of utf8(text)) take(byte);
  for (const byte of bytes) take(byte);
  return hash >>> 0;
}

const tail = (code: number): number => 0x80 | (code & 0x3f);

const texts = new WeakMap<PodTemplate, string>();

/** A template as Go prints it, looked up once: objects are values. */
function textOf(template: PodTemplate): string {
  const text = texts.get(template) ?? printed({ of: 'PodTemplateSpec', form: 'one' }, template);
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
