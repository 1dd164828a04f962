/** `web-1`, `data-web-1`: a name that ends with an ordinal. */
const identity = /([a-z]+(?:-[a-z]+)*-\d+)/;

/**
 * A text cut at the names in it: those at odd places are names, to be kept in one piece at the end of a line. A hyphen there would
 * read as a dash.
 * @param {string} text
 */
export const cutAtNames = (text) => text.split(identity);
