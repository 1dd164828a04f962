import { en as scale } from '../network/scale-words-en';
import { enter, type ScaleLanguage } from './spoken';

enter('en', { scale } satisfies ScaleLanguage);
