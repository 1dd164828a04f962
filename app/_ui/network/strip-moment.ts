import type { Moment, PacketView } from '@/lib/network/xray/view';

/** Where a packet is at a moment, without a width. */

/** Before the first frame there is less way than between two, in columns. */
const edgeShare = 0.3;

/** The frame that was passed last at a moment; the first before any. */
export function currentFrame({ frames }: PacketView, { at, gap }: Moment): number {
  const passed = at === 'frame' ? gap : at === 'end' ? frames.length - 1 : gap - 1;
  return Math.max(0, Math.min(passed, frames.length - 1));
}

/** Where the packet stands at a moment, in columns: a place and its rules between two of them; it arrives in its last. */
export function slotOf({ frames, gaps, loss }: PacketView, { at, gap, place = 0 }: Moment): number {
  const count = frames.length;
  if (at === 'frame') return gap;
  if (at === 'end') return loss ? count : Math.max(0, count - 1);
  const from = gap === 0 ? -edgeShare : gap - 1;
  const to = gap < count || loss ? gap : count - 1;
  const places = gaps[gap]?.length ?? 0;
  return from + ((to - from) * (place + 1)) / (places + 1);
}

/** The tunnel's envelope is put on and taken off in a place between two frames. */
export function isTunnelledAt({ frames, gaps }: PacketView, { at, gap, place = -1 }: Moment): boolean {
  const frame = at === 'frame' ? gap : gap - 1;
  let isTunnelled = frames[Math.min(frame, frames.length - 1)]?.frame.packet.vxlan !== undefined;
  if (at === 'frame') return isTunnelled;
  const left = (gaps[gap] ?? []).slice(0, at === 'end' ? undefined : place + 1);
  for (const one of left) {
    if (one.place === 'vxlanEncap') isTunnelled = true;
    if (one.place === 'vxlanDecap') isTunnelled = false;
  }
  return isTunnelled;
}
