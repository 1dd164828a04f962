import { en as swap } from '../bench/swap-words-en';
import { enter, type SwapLanguage } from './spoken';
import './figure-en';

enter('en', { swap } satisfies SwapLanguage);
