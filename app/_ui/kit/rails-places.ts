/** Where the lines of the course map stand in a row, px: a node beside the first line of the title, the tracks to its left. */
export const nodeY = 24;
export const radius = 5;
/** Radius of a corner. */
export const bend = 6;
const stepX = 11;

export const trackX = (track: number): number => 6 + track * stepX;
export const nodeX = (tracks: number): number => trackX(tracks) + 6;

/** How wide the lines are with so many tracks, px. */
export const railsWidth = (tracks: number): number => nodeX(tracks) + 10;
