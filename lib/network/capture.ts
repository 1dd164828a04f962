import type { Exchange } from './exchange';
import type { Captured } from './pcap';

/** How far apart two frames are drawn, microseconds: the model's packets take no time. */
const apartUs = 10;

/** All frames of an exchange in order of time, as a capture on every interface at once would show them. */
export function captured({ sent }: Pick<Exchange, 'sent'>, nowMs = 0): Captured[] {
  const frames = sent.flatMap(({ happened }) =>
    happened.flatMap((one) => (one.kind === 'frame' ? [{ on: one.on, frame: one.frame }] : [])),
  );
  return frames.map((one, i) => ({ ...one, atUs: nowMs * 1000 + i * apartUs }));
}
