import { openInPage, openInWorker, type SessionClient } from '@/app/_ui/lab/session-client';
import type { LabStatement, Scenario } from '@/lib/lab/scenario';
import type { SessionState } from '@/lib/lab/session';
import type { LabView } from '@/lib/lab/view';

/**
 * A session for a widget. In a sandbox without an origin of its own (as WordPress makes them) a browser gives a page no
 * worker: the same engine runs in the page then.
 */
export async function openClient(
  scenario: Scenario | LabStatement,
  first: LabView,
  from: SessionState | undefined,
): Promise<SessionClient> {
  if (window.origin !== 'null') return openInWorker(scenario, first, from);
  const [{ createSession }, { kubectlTypist }, { happenedChoice }] = await Promise.all([
    import('@/lib/lab/create-session'),
    import('@/lib/lab/kubectl-typist'),
    import('@/lib/lab/happened'),
  ]);
  const session = createSession(scenario, { typist: kubectlTypist, ...(from && { state: from }) });
  return openInPage(session, happenedChoice);
}
