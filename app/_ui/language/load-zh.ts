import { zh as load } from '../bench/load-words-zh';
import './figure-zh';
import { enter, type LoadLanguage } from './spoken';

enter('zh', { load } satisfies LoadLanguage);
