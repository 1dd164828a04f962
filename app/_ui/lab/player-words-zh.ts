import type { PlayerWords } from './player-words';

export const zh: PlayerWords = {
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
  settings: '更多：按{unit}，{speed}×',
};
