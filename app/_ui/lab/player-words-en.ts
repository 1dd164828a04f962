import type { PlayerWords } from './player-words';

export const en: PlayerWords = {
  label: 'Playing',
  toStart: 'To the start',
  back: 'Step back',
  play: 'Play',
  pause: 'Pause',
  step: 'Step forward',
  toEnd: 'To the end',
  stepBy: 'Step by',
  speed: 'Speed',
  keys: 'Keys',
  settings: 'More: by {unit}, {speed}×',
};
