import './figure-zh';
import { zh as lone } from '../lone/words-zh';
import { enter, type LoneLanguage } from './spoken';

enter('zh', {
  lone,
} satisfies LoneLanguage);
