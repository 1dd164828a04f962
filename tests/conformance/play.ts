import { judgeCase } from './judge-case';
import { judgeLife } from './judge-life';
import { playCase } from './play-case';
import { type LifeRecording, playLife } from './pod-life';
import type { CaseRecording } from './recording';
import { judgeStory, playStory, type StoryRecording } from './story';

export interface Played {
  /** What the model did, in the recording's own form; absent when it could not play it at all. */
  readonly played?: object;
  /** The first difference, or why it was not played. */
  readonly difference?: string;
}

/** Plays one recording, of whatever form, and judges it. Never throws for what a recording holds. */
export function playRecording(recording: unknown): Played {
  try {
    if (isCase(recording)) return verdict(recording, playCase(recording), judgeCase);
    if (isLife(recording)) return verdict(recording, playLife(recording), judgeLife);
    if (isStory(recording)) return verdict(recording, playStory(recording), judgeStory);
    return { difference: 'is of a form that is not modelled yet' };
  } catch (error) {
    return { difference: error instanceof Error ? error.message : String(error) };
  }
}

function verdict<Recording extends object>(
  recorded: Recording,
  played: Recording,
  judge: (recorded: Recording, played: Recording) => string | undefined,
): Played {
  const difference = judge(recorded, played);
  return { played, ...(difference && { difference }) };
}

const isLife = (recording: unknown): recording is LifeRecording =>
  Array.isArray((recording as { timeline?: unknown } | null)?.timeline);

const isStory = (recording: unknown): recording is StoryRecording =>
  Array.isArray((recording as { views?: unknown } | null)?.views);

const isCase = (recording: unknown): recording is CaseRecording => {
  const steps = (recording as { steps?: unknown } | null)?.steps;
  return (
    Array.isArray(steps) &&
    steps.every((step) => typeof step === 'object' && step !== null && 'after' in step && 'do' in step)
  );
};
