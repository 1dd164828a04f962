/** SHA-256 (FIPS 180-4) and base32 (RFC 4648), for the names of kube-proxy's chains: hashes of public inputs, no secrets. */

/** The first 32 bits of the fractional part of a root of a prime, exact in doubles. */
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 0x100000000) >>> 0;

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

const constants = primes(64).map((prime) => fraction(Math.cbrt(prime)));
const start = primes(8).map((prime) => fraction(Math.sqrt(prime)));

const rotate = (x: number, n: number): number => (x >>> n) | (x << (32 - n));

/** The bytes of a text in UTF-8. */
export function utf8(text: string): number[] {
  const encoded = encodeURIComponent(text);
  const bytes: number[] = [];
  for (let i = 0; i < encoded.length; i++) {
    if (encoded[i] === '%') {
      bytes.push(Number.parseInt(encoded.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(encoded.charCodeAt(i));
  }
  return bytes;
}

/** The message with its padding, as words of 32 bits. */
function padded(bytes: readonly number[]): number[] {
  const length = bytes.length;
  const all = [...bytes, 0x80];
  while (all.length % 64 !== 56) all.push(0);
  const words: number[] = [];
  for (let i = 0; i < all.length; i += 4)
    words.push(
      (((all[i] ?? 0) << 24) | ((all[i + 1] ?? 0) << 16) | ((all[i + 2] ?? 0) << 8) | (all[i + 3] ?? 0)) >>>
        0,
    );
  return [...words, Math.floor(length / 0x20000000), (length << 3) >>> 0];
}

function schedule(block: readonly number[]): number[] {
  const w = [...block];
  for (let t = 16; t < 64; t++) {
    const a = w[t - 15] ?? 0;
    const b = w[t - 2] ?? 0;
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w.push(((w[t - 16] ?? 0) + s0 + (w[t - 7] ?? 0) + s1) >>> 0);
  }
  return w;
}

function compress(state: readonly number[], block: readonly number[]): number[] {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  const w = schedule(block);
  for (let t = 0; t < 64; t++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + (constants[t] ?? 0) + (w[t] ?? 0)) >>> 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) >>> 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) >>> 0, c, b, a, (t1 + t2) >>> 0];
  }
  return [a, b, c, d, e, f, g, h].map((x, i) => (x + (state[i] ?? 0)) >>> 0);
}

/** The 32 bytes of the hash of a text. */
export function sha256(text: string): number[] {
  const words = padded(utf8(text));
  let state = start;
  for (let i = 0; i < words.length; i += 16) state = compress(state, words.slice(i, i + 16));
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 255));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 without padding: only whole groups of five bits are asked for here. */
export function base32(bytes: readonly number[]): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += alphabet[(held >>> (bits - 5)) & 31];
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

/** The first `length` letters of base32(SHA-256(text)): what kube-proxy names its chains by. */
export const hashName = (text: string, length: number): string => base32(sha256(text)).slice(0, length);
