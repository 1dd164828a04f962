import { callApi } from '@/app/_ui/kit/call-api';
import { utcOffsetMinutes } from '@/app/_ui/review/reader-dates';
import type { TimedCommand } from '@/lib/cluster/command';
import type { LabView } from '@/lib/lab/view';

type GoalStates = LabView['goals'];

/** What the server's replay of a run said. */
export type Check =
  /** `shortest`: commands of the shortest known solution. */
  | { readonly kind: 'solved'; readonly commands: number; readonly shortest?: number }
  | { readonly kind: 'open'; readonly goals: GoalStates }
  | { readonly kind: 'differs'; readonly text: string }
  /** The server was asked too often; `text` says what to do. */
  | { readonly kind: 'later'; readonly text: string }
  | { readonly kind: 'unreachable' };

/** Sends a run to be replayed. Never throws: a server that can't be reached is an answer too. */
export async function checkRun(
  lesson: string,
  lab: string,
  commands: readonly TimedCommand[],
  untilMs: number,
  locale: string,
): Promise<Check> {
  try {
    const response = await callApi(`/api/labs/${lesson}/${lab}?locale=${locale}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ commands, untilMs, utcOffsetMinutes: utcOffsetMinutes() }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return solved(commands.length, answer);
    if (response.status >= 500) return { kind: 'unreachable' };
    return response.status === 429 ? { kind: 'later', text: messageIn(answer) } : said(answer);
  } catch {
    return { kind: 'unreachable' };
  }
}

function solved(commands: number, answer: unknown): Check {
  const isTold = typeof answer === 'object' && answer !== null && 'shortest' in answer;
  const shortest = isTold && typeof answer.shortest === 'number' ? answer.shortest : undefined;
  return { kind: 'solved', commands, ...(shortest !== undefined && { shortest }) };
}

function said(answer: unknown): Check {
  if (typeof answer !== 'object' || answer === null) return { kind: 'unreachable' };
  if ('refused' in answer && typeof answer.refused === 'string')
    return { kind: 'differs', text: answer.refused };
  if ('goals' in answer && Array.isArray(answer.goals))
    return { kind: 'open', goals: answer.goals as GoalStates };
  return { kind: 'differs', text: messageIn(answer) };
}

/** The sentence of a refusal; empty where there is none. */
function messageIn(answer: unknown): string {
  const { error } = (answer ?? {}) as { readonly error?: { readonly message?: unknown } };
  return typeof error?.message === 'string' ? error.message : '';
}
