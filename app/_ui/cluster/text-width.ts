/** Width of a text in px by its letters: full-width ones count twice. */
export function textWidth(text: string, perLetter: number): number {
  let letters = 0;
  for (const letter of text) letters += letter > '\u2e80' ? 2 : 1;
  return letters * perLetter;
}
