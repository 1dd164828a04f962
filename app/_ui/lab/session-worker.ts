import { createSession } from '@/lib/lab/create-session';
import { happenedChoice } from '@/lib/lab/happened';
import { kubectlTypist } from '@/lib/lab/kubectl-typist';
import { SessionHost } from './session-host';
import type { Answer, Request } from './session-protocol';

/** The page's engine: all sessions of its figures, beside the thread that draws. */
const page = globalThis as unknown as {
  onmessage: (event: MessageEvent<Request>) => void;
  postMessage(answer: Answer): void;
};

const host = new SessionHost({
  open: (scenario, state) => createSession(scenario, { typist: kubectlTypist, ...(state && { state }) }),
  happened: happenedChoice,
});

page.onmessage = ({ data }) => {
  const answer = host.answer(data);
  if (answer !== undefined) page.postMessage(answer);
};
