import { type OpenSession, openInPage, openInWorker } from '@/app/_ui/lab/session-client';

/**
 * How a widget comes to its sessions. In a sandbox without an origin of its own (as WordPress makes them) a browser gives a page
 * no worker: the same engine runs in the page then.
 */
export async function opener(): Promise<OpenSession> {
  if (window.origin !== 'null') return openInWorker;
  const [{ createSession }, { kubectlTypist }, { happenedChoice }, { keptSwapRun }, { runLoad }] =
    await Promise.all([
      import('@/lib/lab/create-session'),
      import('@/lib/lab/kubectl-typist'),
      import('@/lib/lab/happened'),
      import('@/lib/lab/swap-test/run'),
      import('@/lib/lab/load-run'),
    ]);
  return (scenario, _, from) =>
    openInPage(
      createSession(scenario, { typist: kubectlTypist, ...(from && { state: from }) }),
      happenedChoice,
      { swapTest: keptSwapRun(), load: runLoad },
    );
}
