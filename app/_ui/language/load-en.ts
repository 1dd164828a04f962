import { en as load } from '../bench/load-words-en';
import './figure-en';
import { enter, type LoadLanguage } from './spoken';

enter('en', { load } satisfies LoadLanguage);
