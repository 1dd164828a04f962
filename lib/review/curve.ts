/** The chance at which a concept is asked again. */
export const requestedRetention = 0.9;

/** No concept comes back later than after so many days. */
export const mostDays = 180;

/** FSRS-6's parameter w20: how fast the curve falls. */
export const decay = 0.1542;

const factor = 0.9 ** (-1 / decay) - 1;

/**
 * The chance, 0 to 1, that something is still known `days` after it was last asked: FSRS' R(t) = (1 + f·t/S)^−w20 with
 * f = 0.9^(−1/w20) − 1, so that after `stabilityDays` it is .9. Before that day it is 1.
 */
export const chanceAfter = (days: number, stabilityDays: number): number =>
  (1 + (factor * Math.max(0, days)) / stabilityDays) ** -decay;
