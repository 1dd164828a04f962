import { zh as swap } from '../bench/swap-words-zh';
import { enter, type SwapLanguage } from './spoken';
import './figure-zh';

enter('zh', { swap } satisfies SwapLanguage);
