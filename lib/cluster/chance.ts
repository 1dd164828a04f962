/**
 * Seeded chance: the only one in the model. The state is one number, so a checkpoint holds it.
 * Algorithm: mulberry32, 2^32 states, integer arithmetic only, hence the same in every engine.
 */
export class Chance {
  constructor(public state: number) {}

  copy(): Chance {
    return new Chance(this.state);
  }

  /** A float in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer in [from, to]. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }
}

/** Kubernetes' alphabet for generated names. Source: apimachinery util/rand. */
const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

export const nameSuffix = (chance: Chance, length = 5): string =>
  Array.from({ length }, () => alphabet[chance.between(0, alphabet.length - 1)]).join('');

/** A number in Kubernetes' own alphabet. Source: apimachinery util/rand SafeEncodeString. */
export const safeEncode = (text: string): string =>
  Array.from(text, (character) => alphabet[character.charCodeAt(0) % alphabet.length]).join('');

/** FNV-1a, 32 bits, over the UTF-16 units of a text. */
export function fnv1a(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

const hex8 = (chance: Chance): string =>
  Math.floor(chance.next() * 4294967296)
    .toString(16)
    .padStart(8, '0');

/** A random UUID (version 4) from four draws. */
export function uid(chance: Chance): string {
  const [a, b, c, d] = [hex8(chance), hex8(chance), hex8(chance), hex8(chance)];
  return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${'89ab'[chance.between(0, 3)]}${c.slice(1, 4)}-${c.slice(4)}${d}`;
}
