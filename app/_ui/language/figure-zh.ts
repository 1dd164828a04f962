import { zh as scene } from '../cluster/scene-words-zh';
import { zh as debrief } from '../lab/debrief-words-zh';
import { zh as hint } from '../lab/hints-words-zh';
import { zh as inspector } from '../lab/inspector-words-zh';
import { zh as lack } from '../lab/lack-words-zh';
import { zh as outline } from '../lab/outline-words-zh';
import { zh as player } from '../lab/player-words-zh';
import { zh as share, stranger } from '../lab/share-words-zh';
import { zh as shell, keys as shellKeys } from '../lab/shell-words-zh';
import { zh as lab } from '../lab/words-zh';
import { zh as chart } from '../machine/chart-words-zh';
import { zh as machines } from '../machine/rule-words-zh';
import { zh as manifest } from '../manifest/words-zh';
import { zh as terminal } from '../terminal/words-zh';
import { zh as futures } from '../timeline/futures-words-zh';
import { zh as score } from '../timeline/score-words-zh';
import { enter, type FigureLanguage } from './spoken';

enter('zh', {
  lab,
  player,
  shell,
  shellKeys,
  share,
  stranger,
  outline,
  inspector,
  scene,
  chart,
  machines,
  futures,
  score,
  terminal,
  manifest,
  lack,
  hint,
  debrief,
} satisfies FigureLanguage);
