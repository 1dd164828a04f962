import { en as scene } from '../cluster/scene-words-en';
import { en as debrief } from '../lab/debrief-words-en';
import { en as hint } from '../lab/hints-words-en';
import { en as inspector } from '../lab/inspector-words-en';
import { en as lack } from '../lab/lack-words-en';
import { en as outline } from '../lab/outline-words-en';
import { en as player } from '../lab/player-words-en';
import { en as share, stranger } from '../lab/share-words-en';
import { en as shell, keys as shellKeys } from '../lab/shell-words-en';
import { en as lab } from '../lab/words-en';
import { en as chart } from '../machine/chart-words-en';
import { en as machines } from '../machine/rule-words-en';
import { en as manifest } from '../manifest/words-en';
import { en as terminal } from '../terminal/words-en';
import { en as futures } from '../timeline/futures-words-en';
import { en as score } from '../timeline/score-words-en';
import { enter, type FigureLanguage } from './spoken';

enter('en', {
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
