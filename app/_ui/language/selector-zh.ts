import './figure-zh';
import { zh as selector } from '../bench/selector-words-zh';
import { enter, type SelectorLanguage } from './spoken';

enter('zh', { selector } satisfies SelectorLanguage);
