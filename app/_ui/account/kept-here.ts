/** Answers that this browser has not sent yet (app/_ui/quiz/waiting-answers.ts). */
const answerPrefix = 'podium.answer.';
/** Everything of a learner that a browser keeps begins so; the choice of light or dark is nobody's secret. */
const ownPrefix = 'podium';
const kept = new Set(['podium-theme']);

const keysHere = (): string[] => {
  try {
    return Object.keys(localStorage);
  } catch {
    return [];
  }
};

export const unsentAnswers = (): number => keysHere().filter((key) => key.startsWith(answerPrefix)).length;

/** After signing out: what the learner left in this browser is not the next one's. */
export function forgetHere(): void {
  for (const key of keysHere()) if (key.startsWith(ownPrefix) && !kept.has(key)) localStorage.removeItem(key);
}
