import { callApi } from '@/app/_ui/kit/call-api';
import type { TimedCommand } from '@/lib/cluster/command';
import type { LabView } from '@/lib/lab/view';

export type GoalState = LabView['goals'][number]['state'];

/** What the server's replay of a run said. */
export type Check =
  | { readonly kind: 'solved'; readonly commands: number }
  | {
      readonly kind: 'open';
      readonly goals: readonly { readonly id: string; readonly state: GoalState; readonly atMs?: number }[];
    }
  | { readonly kind: 'differs'; readonly text: string }
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
      body: JSON.stringify({ commands, untilMs }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return { kind: 'solved', commands: commands.length };
    if (response.status >= 500) return { kind: 'unreachable' };
    return said(answer);
  } catch {
    return { kind: 'unreachable' };
  }
}

function said(answer: unknown): Check {
  if (typeof answer !== 'object' || answer === null) return { kind: 'unreachable' };
  if ('refused' in answer && typeof answer.refused === 'string')
    return { kind: 'differs', text: answer.refused };
  if ('goals' in answer && Array.isArray(answer.goals))
    return { kind: 'open', goals: answer.goals as (Check & { kind: 'open' })['goals'] };
  if (
    'error' in answer &&
    typeof answer.error === 'object' &&
    answer.error !== null &&
    'message' in answer.error
  ) {
    return { kind: 'differs', text: String(answer.error.message) };
  }
  return { kind: 'differs', text: 'message' in answer ? String(answer.message) : '' };
}
