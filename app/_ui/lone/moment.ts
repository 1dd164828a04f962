import type { SessionClient } from '@/app/_ui/lab/session-client';
import type { Moment } from '@/app/_ui/lab/share';
import { type LabLink, linkOf } from '@/lib/lab/link';

/** Letters of a link, at most: a lesson's lab goes into any message; a cluster of one's own may take more. */
export const longestLink = { lab: 2_000, cluster: 8_000 } as const;

/** The link to what a session shows now. */
export async function momentOf(
  client: SessionClient,
  scenario: LabLink['scenario'],
  longest: number,
): Promise<Moment> {
  try {
    const state = await client.ask('state');
    const hash = `#${linkOf({ scenario, state })}`;
    return hash.length > longest ? { kind: 'tooLong' } : { kind: 'link', hash, nowMs: state.nowMs };
  } catch {
    return { kind: 'failed' };
  }
}
