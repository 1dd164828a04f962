/** Which of so many lines has the choice after a key; -1 is the field itself, which stands above the first and below the last. */
export function chosenAfter(key: string, chosen: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return chosen + 1 < count ? chosen + 1 : -1;
  if (key === 'ArrowUp') return chosen >= 0 ? chosen - 1 : count - 1;
  return undefined;
}
