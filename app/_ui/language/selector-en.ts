import './figure-en';
import { en as selector } from '../bench/selector-words-en';
import { enter, type SelectorLanguage } from './spoken';

enter('en', { selector } satisfies SelectorLanguage);
