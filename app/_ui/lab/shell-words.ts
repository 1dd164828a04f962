import { spoken } from '../language/spoken';
import type { en } from './shell-words-en';

/** Words of the frame around a figure's parts. */
export type ShellWords = Readonly<Record<keyof typeof en, string>>;

export const shellWords = spoken('shell');

/** Keys that are there beside those of every figure. */
export type ShellKeys = readonly (readonly [keys: string, says: string])[];

export const shellKeys = spoken('shellKeys');
