import { lastRelistMs } from './relist';
import type { Step } from './step';

/** Puts the worker's next turn on the clock, unless it comes sooner anyway. */
export function turnAt(step: Step, atMs: number): void {
  const { turnAtMs } = step.life;
  if (turnAtMs !== undefined && turnAtMs <= atMs) return;
  step.set({ turnAtMs: atMs });
  step.after(atMs - step.nowMs, { type: 'turn' });
}

/** Whether the kubelet has looked at its containers since the last turn ended: a turn needs that. Source: GetNewerThan. */
export const isFresh = ({ life, nowMs, around }: Step): boolean =>
  lastRelistMs(nowMs, around.looksAtMs) > life.turnedAtMs;

/** Somebody wants a turn: now, or after the one that is under way, or after the next look. */
export function ask(step: Step): void {
  const { turn, asked } = step.life;
  if (turn) step.set({ turn: { ...turn, isAsked: true } });
  else {
    step.set({ asked: Math.max(asked, 1), isForReadiness: false });
    turnAt(step, isFresh(step) ? step.nowMs : step.nextLookMs);
  }
}

/** A container ended or was made: the next look finds that. */
export function hasNews(step: Step): void {
  const { turn, asked } = step.life;
  if (turn) step.set({ turn: { ...turn, hasNews: true } });
  else {
    step.set({ asked: Math.max(asked, 1), isForReadiness: false });
    turnAt(step, step.nextLookMs);
  }
}

/** The kubelet looks: it knows of every end from now on. */
export function look(step: Step): void {
  for (const name of step.known.names) {
    const { unseen } = step.container(name);
    if (!unseen) continue;
    step.tell(name, { type: 'exited', exit: unseen });
    step.setContainer(name, { unseen: undefined, stopping: undefined });
  }
}
