import { believedFilm } from '@/lib/lab/believed-film';
import { createSession } from '@/lib/lab/create-session';
import { happenedChoice } from '@/lib/lab/happened';
import { runLoad } from '@/lib/lab/load-run';
import { keptSwapRun } from '@/lib/lab/swap-test/run';
import { SessionHost } from './session-host';
import type { Answer, Request } from './session-protocol';
import { loadTypist, needsTypist, typistOnDemand } from './typist-on-demand';

/** The page's engine: all sessions of its figures, beside the thread that draws. */
const page = globalThis as unknown as {
  onmessage: (event: MessageEvent<Request>) => void;
  postMessage(answer: Answer): void;
};

const host = new SessionHost({
  open: (scenario, state) => createSession(scenario, { typist: typistOnDemand, ...(state && { state }) }),
  happened: happenedChoice,
  believed: believedFilm,
  swapTest: keptSwapRun(),
  load: runLoad,
});

const answer = (request: Request) => {
  const answered = host.answer(request);
  if (answered !== undefined) page.postMessage(answered);
};

/** A page asks one thing at a time of a session: what waits for kubectl is overtaken by other sessions alone. */
page.onmessage = ({ data }) => {
  if (!needsTypist(data)) return answer(data);
  const { id, session } = data;
  loadTypist().then(
    () => answer(data),
    () => page.postMessage({ id, session, failed: 'kubectl could not be loaded' }),
  );
};
