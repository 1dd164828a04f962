/** Width of a text in px by its letters: full-width ones count twice. */
export const textWidth = (text: string, perLetter: number) =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? perLetter * 2 : perLetter), 0);
