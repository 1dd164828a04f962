import { loadEndMs, loadMinutes, loadMostMilli, lookMs, minuteMs } from '@/lib/lab/load-choice';
import type { LoadLook, LoadRun } from '@/lib/lab/load-run';

/** Where things of the load bench's chart stand, px: three bands under each other on one time axis. */

const left = 44;
const right = 12;
const bandHeight = 92;
const gap = 36;
const top = 34;

export interface Band {
  readonly top: number;
  readonly bottom: number;
  /** From a value to its height in the picture. */
  readonly y: (value: number) => number;
  readonly most: number;
}

export interface LoadLayout {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly x: (atMs: number) => number;
  readonly work: Band;
  readonly percent: Band;
  readonly replicas: Band;
  /** Minutes that are named below. */
  readonly named: readonly number[];
}

function bandAt(place: number, most: number): Band {
  const bandTop = top + place * (bandHeight + gap);
  const bottom = bandTop + bandHeight;
  return { top: bandTop, bottom, most, y: (value) => bottom - (Math.min(value, most) / most) * bandHeight };
}

const upTo = (step: number, value: number): number => Math.max(step, Math.ceil(value / step) * step);

export function layoutOf(
  width: number,
  run: LoadRun | undefined,
  target: number,
  maxReplicas: number,
): LoadLayout {
  const looks = run?.looks ?? [];
  const percents = looks.flatMap(({ metrics }) => metrics.map(({ percent }) => percent));
  const wishes = looks.flatMap(({ wish, after }) => [wish ?? 0, after]);
  const replicas = bandAt(2, upTo(4, Math.max(maxReplicas, ...wishes)));
  const end = width - right;
  const every = width < 560 ? 3 : 1;
  return {
    width,
    height: replicas.bottom + 28,
    left,
    right: end,
    x: (atMs) => left + (atMs / loadEndMs) * (end - left),
    work: bandAt(0, loadMostMilli),
    percent: bandAt(1, upTo(50, Math.max(target * 1.4, ...percents))),
    replicas,
    named: Array.from({ length: loadMinutes + 1 }, (_, minute) => minute).filter(
      (minute) => minute % every === 0,
    ),
  };
}

/** Moments with a value, each of which stays until the next; a gap where there is none. */
export interface Stay {
  readonly fromMs: number;
  readonly untilMs: number;
  readonly value: number | undefined;
}

export const staysOf = (looks: readonly LoadLook[], readOf: (look: LoadLook) => number | undefined): Stay[] =>
  looks.map((look) => ({
    fromMs: look.atMs,
    untilMs: Math.min(loadEndMs, look.atMs + lookMs),
    value: readOf(look),
  }));

/** A line of steps through what is known. */
export function stepsOf(stays: readonly Stay[], x: (atMs: number) => number, y: (value: number) => number) {
  let path = '';
  let isOpen = false;
  for (const { fromMs, untilMs, value } of stays) {
    if (value === undefined) isOpen = false;
    else {
      path += `${isOpen ? 'L' : 'M'}${x(fromMs).toFixed(1)} ${y(value).toFixed(1)}H${x(untilMs).toFixed(1)}`;
      isOpen = true;
    }
  }
  return path;
}

/** `3:15`: minutes and seconds from the beginning. */
export const clock = (atMs: number): string => {
  const seconds = Math.round(atMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

export const minuteAt = (share: number): number =>
  Math.min(loadMinutes - 1, Math.max(0, Math.floor(share * loadMinutes)));

export const startOf = (minute: number): number => minute * minuteMs;
