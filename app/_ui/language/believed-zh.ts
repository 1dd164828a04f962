import './figure-zh';
import { zh as believed } from '../quiz/believed-words-zh';
import { type BelievedLanguage, enter } from './spoken';

enter('zh', {
  believed,
} satisfies BelievedLanguage);
