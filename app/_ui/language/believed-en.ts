import './figure-en';
import { en as believed } from '../quiz/believed-words-en';
import { type BelievedLanguage, enter } from './spoken';

enter('en', {
  believed,
} satisfies BelievedLanguage);
