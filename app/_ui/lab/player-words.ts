import type { Locale } from '@/lib/text';

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

export const playerWords: Readonly<Record<Locale, PlayerWords>> = {
  en: {
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
    settings: 'by {unit}, {speed}×',
  },
  zh: {
    label: '播放',
    toStart: '回到开头',
    back: '后退一步',
    play: '播放',
    pause: '暂停',
    step: '前进一步',
    toEnd: '到最后',
    stepBy: '单步',
    speed: '速度',
    keys: '按键',
    settings: '按{unit}，{speed}×',
  },
};
