/**
 * A text in few letters that an address takes as they are (A-Z a-z 0-9 - _): its UTF-8 bytes by Lempel, Ziv and Welch, six
 * bits a letter. Codes are as wide as the next one needs, from 9 bits to 16; then the table stays as it is.
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const letters = new Map([...alphabet].map((letter, value) => [letter, value]));
const firstCode = 256;
const lastCode = 0xffff;

/** Bits of a code when so many codes are known: the decoder is one behind, so both count the same way. */
const widthFor = (codes: number): number => Math.max(9, 32 - Math.clz32(Math.min(codes, lastCode)));

export function compact(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const table = new Map<number, number>();
  const out = new Bits();
  let codes = firstCode;
  let at: number | undefined;
  for (const byte of bytes) {
    if (at === undefined) {
      at = byte;
      continue;
    }
    const pair = at * firstCode + byte;
    const known = table.get(pair);
    if (known !== undefined) {
      at = known;
      continue;
    }
    out.put(at, widthFor(codes));
    if (codes <= lastCode) table.set(pair, codes++);
    at = byte;
  }
  if (at !== undefined) out.put(at, widthFor(codes));
  return out.text();
}

/** The text again; undefined for what no `compact` makes, and for a text of more than `most` bytes. */
export function expanded(packed: string, most: number): string | undefined {
  const bits = [...packed].map((letter) => letters.get(letter));
  if (bits.includes(undefined)) return undefined;
  const from = new Letters(bits as number[]);
  const table: Uint8Array[] = [];
  const parts: Uint8Array[] = [];
  let size = 0;
  let last: Uint8Array | undefined;
  for (;;) {
    const codes = firstCode + table.length + (last && firstCode + table.length <= lastCode ? 1 : 0);
    const code = from.take(widthFor(last ? codes : firstCode));
    if (code === undefined) break;
    const known: Uint8Array | undefined =
      code < firstCode ? Uint8Array.of(code) : (table[code - firstCode] ?? undefined);
    const isNew = last && code === firstCode + table.length;
    const entry: Uint8Array | undefined = known ?? (isNew && last ? joined(last, last) : undefined);
    if (!entry) return undefined;
    if (last && firstCode + table.length <= lastCode) table.push(joined(last, entry));
    parts.push(entry);
    size += entry.length;
    if (size > most) return undefined;
    last = entry;
  }
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return undefined;
  }
}

/** The first with the first byte of the second behind it. */
function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + 1);
  both.set(first);
  both[first.length] = second[0] ?? 0;
  return both;
}

class Bits {
  private out = '';
  private kept = 0;
  private count = 0;

  put(value: number, width: number): void {
    this.kept = (this.kept << width) | value;
    this.count += width;
    while (this.count >= 6) {
      this.count -= 6;
      this.out += alphabet[(this.kept >>> this.count) & 63];
    }
    this.kept &= (1 << this.count) - 1;
  }

  text(): string {
    return this.count > 0 ? this.out + alphabet[(this.kept << (6 - this.count)) & 63] : this.out;
  }
}

class Letters {
  private kept = 0;
  private count = 0;
  private at = 0;

  constructor(private readonly values: readonly number[]) {}

  /** Undefined when fewer bits are left than that. */
  take(width: number): number | undefined {
    while (this.count < width) {
      const value = this.values[this.at++];
      if (value === undefined) return undefined;
      this.kept = (this.kept << 6) | value;
      this.count += 6;
    }
    this.count -= width;
    const taken = this.kept >>> this.count;
    this.kept &= (1 << this.count) - 1;
    return taken;
  }
}
