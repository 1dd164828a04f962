import './figure-en';
import { en as lone } from '../lone/words-en';
import { enter, type LoneLanguage } from './spoken';

enter('en', {
  lone,
} satisfies LoneLanguage);
