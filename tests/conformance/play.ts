import { judgeCase } from './judge-case';
import { playCase } from './play-case';
import type { CaseRecording } from './recording';

export interface Played {
  /** What the model did, in the recording's own form; absent when it could not play it at all. */
  readonly played?: object;
  /** The first difference, or why it was not played. */
  readonly difference?: string;
}

/** Plays one recording, of whatever form, and judges it. Never throws for what a recording holds. */
export function playRecording(recording: unknown): Played {
  if (!isCase(recording)) return { difference: 'is of a form that is not modelled yet' };
  try {
    const played = playCase(recording);
    const difference = judgeCase(recording, played);
    return { played, ...(difference && { difference }) };
  } catch (error) {
    return { difference: error instanceof Error ? error.message : String(error) };
  }
}

const isCase = (recording: unknown): recording is CaseRecording => {
  const steps = (recording as { steps?: unknown } | null)?.steps;
  return (
    Array.isArray(steps) &&
    steps.every((step) => typeof step === 'object' && step !== null && 'after' in step && 'do' in step)
  );
};
