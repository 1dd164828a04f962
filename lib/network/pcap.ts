import { frameBytes } from './bytes';
import type { Frame } from './packet';
import { utf8 } from './sha256';

/** A frame as it was seen: where, and when in microseconds. */
export interface Captured {
  readonly on: string;
  readonly atUs: number;
  readonly frame: Frame;
}

const u16 = (n: number): number[] => [n & 255, (n >>> 8) & 255];
const u32 = (n: number): number[] => [...u16(n & 0xffff), ...u16(n >>> 16)];
const padded = (bytes: readonly number[]): number[] => [
  ...bytes,
  ...Array.from({ length: (4 - (bytes.length % 4)) % 4 }, () => 0),
];

/** A block stands between two copies of its length. */
function block(type: number, body: readonly number[]): number[] {
  const length = u32(body.length + 12);
  return [...u32(type), ...length, ...body, ...length];
}

const option = (code: number, value: readonly number[]): number[] => [
  ...u16(code),
  ...u16(value.length),
  ...padded(value),
];
const endOfOptions = [0, 0, 0, 0];

const sectionHeader = block(0x0a0d0d0a, [...u32(0x1a2b3c4d), ...u16(1), ...u16(0), ...u32(-1), ...u32(-1)]);
const ethernet = 1;
const nameOption = 2;

/**
 * Frames of many interfaces as one pcapng file, each interface by its name; Wireshark opens it. Times are in microseconds.
 * Source: IETF draft-ietf-opsawg-pcapng, blocks SHB, IDB, EPB.
 */
export function pcapOf(frames: readonly Captured[]): Uint8Array {
  const names = [...new Set(frames.map(({ on }) => on))];
  const interfaces = names.map((name) =>
    block(1, [...u16(ethernet), ...u16(0), ...u32(0), ...option(nameOption, utf8(name)), ...endOfOptions]),
  );
  const packets = frames.map(({ on, atUs, frame }) => {
    const bytes = frameBytes(frame);
    return block(6, [
      ...u32(names.indexOf(on)),
      ...u32(Math.floor(atUs / 0x100000000)),
      ...u32(atUs >>> 0),
      ...u32(bytes.length),
      ...u32(bytes.length),
      ...padded(bytes),
    ]);
  });
  return Uint8Array.from([sectionHeader, ...interfaces, ...packets].flat());
}
