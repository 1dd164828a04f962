import type { SessionClient } from '@/app/_ui/lab/session-client';
import type { Moment } from '@/app/_ui/lab/share';
import { shownAt } from '@/lib/lab/bench-shown';
import { type LabLink, linkOf } from '@/lib/lab/link';
import type { LabShown } from '@/lib/lab/link-shown';

/** Letters of a link, at most: a lesson's lab goes into any message; a cluster of one's own may take more. */
export const longestLink = { lab: 2_000, cluster: 8_000 } as const;

/**
 * The link to what a session shows now. Where what is looked at makes it too long, it is a link to the moment alone, and to what is
 * chosen at a bench: without that it would be another cluster.
 */
export async function momentOf(
  client: SessionClient,
  scenario: LabLink['scenario'],
  longest: number,
  shown: LabShown = {},
): Promise<Moment> {
  try {
    const state = await client.ask('state');
    const { bench } = shown;
    const nowMs = shownAt('load-bench', bench)?.atMs ?? state.nowMs;
    const hash = `#${linkOf({ scenario, state, shown })}`;
    if (hash.length <= longest) return { kind: 'link', hash, nowMs, isNetwork: shown.network !== undefined };
    const bare = `#${linkOf({ scenario, state, ...(bench && { shown: { bench } }) })}`;
    return bare.length > longest ? { kind: 'tooLong' } : { kind: 'link', hash: bare, nowMs };
  } catch {
    return { kind: 'failed' };
  }
}
