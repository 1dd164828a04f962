/** `web-1`, `data-web-1`: a name that ends with an ordinal. `--cascade=orphan`: a flag. `7,330 s`, `16 秒`: a number with its unit. */
const unbroken = /([a-z]+(?:-[a-z]+)*-\d+|--[a-z][\w-]*(?:=\w+)?|\d[\d.,]* (?:s\b|秒))/;

/**
 * A text cut at what is read in one piece: the parts at odd places are not to be broken at the end of a line. A hyphen there
 * would read as a dash.
 * @param {string} text
 */
export const cutAtUnbroken = (text) => text.split(unbroken);

/** Letters of code that fit into one line on the narrowest screen, wherever it stands. */
const mostLetters = 20;

/**
 * The class of a piece of code in a text: a short one is read in one piece.
 * @param {string} code
 */
export const codeClass = (code) => (code.length <= mostLetters ? 'identity' : undefined);
