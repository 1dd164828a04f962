/** A stretch of time that is drawn evenly. */
export interface Segment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly fromX: number;
  readonly toX: number;
}

/** Time against place, in up to three stretches; always as wide as it was asked to be. */
export interface TimeScale {
  readonly endMs: number;
  readonly segments: readonly Segment[];
  readonly ticks: readonly { readonly atMs: number; readonly x: number }[];
  x(atMs: number): number;
  /** The moment at a place, clamped to the scale's ends. */
  at(x: number): number;
}

const steps = [0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600, 1800].map((step) => step * 1000);
const narrowBelow = 480;
/** The end of the scale grows by so much, and stays at least so far ahead of the newest moment, ms. */
const stepMs = 10_000;
const spareMs = 1_200;
/** Px between ticks, so that their numbers never touch. */
const tickRoom = 42;

/**
 * A scale from 0 to a little beyond `endMs` over `width` px. Its end grows in steps, so that it stands still while time
 * runs. Up to `focus` it is even; later the newest stretch stays readable and the past is pressed together before it.
 */
export function timeScale(nowMs: number, endMs: number, width: number): TimeScale {
  const narrow = width < narrowBelow;
  const leastMs = narrow ? 10_000 : 20_000;
  const focusMs = narrow ? 32_000 : 44_000;
  const lastMs = Math.max(endMs, nowMs);
  const wholeMs = Math.max(leastMs, Math.ceil((lastMs + spareMs) / stepMs) * stepMs);
  const cuts = wholeMs <= focusMs ? [0, wholeMs] : focusCuts(nowMs, wholeMs, focusMs);
  const segments = lay(cuts, wholeMs <= focusMs ? undefined : focusMs, width, narrow ? 0.84 : 0.74);
  const x = (atMs: number) => {
    const segment = segments.find((one) => atMs <= one.toMs) ?? segments.at(-1);
    if (segment === undefined) return 0;
    const share = Math.min(1, Math.max(0, (atMs - segment.fromMs) / (segment.toMs - segment.fromMs)));
    return segment.fromX + share * (segment.toX - segment.fromX);
  };
  const at = (place: number) => {
    const segment = segments.find((one) => place <= one.toX) ?? segments.at(-1);
    if (segment === undefined) return 0;
    const share = Math.min(1, Math.max(0, (place - segment.fromX) / (segment.toX - segment.fromX)));
    return segment.fromMs + share * (segment.toMs - segment.fromMs);
  };
  return {
    endMs: wholeMs,
    segments,
    ticks: segments.flatMap((segment) => ticksOf(segment, segment === segments[0])),
    x,
    at,
  };
}

/** Where the readable stretch lies: at the end, or around `now` when the reader has gone back before it. */
function focusCuts(nowMs: number, wholeMs: number, focusMs: number): readonly number[] {
  const last = wholeMs - focusMs;
  const back = Math.max(0, Math.floor(nowMs / stepMs) * stepMs - stepMs);
  const from = nowMs >= last + stepMs * 0.5 || back > last ? last : back;
  return [...new Set([0, from, from + focusMs, wholeMs])].sort((a, b) => a - b);
}

function lay(
  cuts: readonly number[],
  focusMs: number | undefined,
  width: number,
  focusShare: number,
): readonly Segment[] {
  const whole = (cuts.at(-1) ?? 0) - (cuts[0] ?? 0);
  let x = 0;
  return cuts.slice(1).map((toMs, index) => {
    const fromMs = cuts[index] ?? 0;
    const length = toMs - fromMs;
    const share =
      focusMs === undefined
        ? length / whole
        : length === focusMs
          ? focusShare
          : ((1 - focusShare) * length) / (whole - focusMs);
    const segment = { fromMs, toMs, fromX: x, toX: x + share * width };
    x = segment.toX;
    return segment;
  });
}

/** Ticks at round moments of a stretch, as dense as their numbers allow. */
export function ticksOf(segment: Segment, first: boolean) {
  const perMs = (segment.toX - segment.fromX) / (segment.toMs - segment.fromMs);
  const step = steps.find((one) => one * perMs >= tickRoom) ?? segment.toMs;
  const ticks: { atMs: number; x: number }[] = [];
  for (let atMs = Math.ceil(segment.fromMs / step) * step; atMs < segment.toMs; atMs += step) {
    const x = segment.fromX + (atMs - segment.fromMs) * perMs;
    const close = (atMs !== segment.fromMs || !first) && x - segment.fromX < tickRoom * 0.7;
    if (!close && segment.toX - x > tickRoom * 0.5) ticks.push({ atMs, x });
  }
  return ticks;
}
