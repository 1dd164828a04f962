/** Settles when the request that may make this browser's learner has been answered; undefined while none is out. */
let first: Promise<void> | undefined;
let hasLearner = false;

/**
 * `fetch` for `/api` addresses that may make a learner. Two such requests at once, before there is a cookie, would make
 * two learners and lose what the first one did: until one has succeeded they go one after the other.
 */
export async function callApi(address: string, init?: RequestInit): Promise<Response> {
  while (!hasLearner && first) await first;
  if (hasLearner) return fetch(address, init);
  const answered = fetch(address, init);
  first = answered.then(
    (response) => {
      hasLearner ||= response.ok;
    },
    () => undefined,
  );
  void first.then(() => {
    first = undefined;
  });
  return answered;
}

/** This browser's learner was deleted: the next request that makes one goes alone again. */
export function forgetLearner(): void {
  hasLearner = false;
}
