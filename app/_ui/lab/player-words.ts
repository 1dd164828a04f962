import { spoken } from '../language/spoken';

/** The words of what plays, in every figure that can be played. */
export type PlayerWords = Readonly<
  Record<
    | 'label'
    | 'toStart'
    | 'back'
    | 'play'
    | 'pause'
    | 'step'
    | 'toEnd'
    | 'stepBy'
    | 'speed'
    | 'keys'
    | 'settings',
    string
  >
>;

export const playerWords = spoken('player');
