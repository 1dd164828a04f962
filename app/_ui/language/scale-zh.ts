import { zh as scale } from '../network/scale-words-zh';
import { enter, type ScaleLanguage } from './spoken';

enter('zh', { scale } satisfies ScaleLanguage);
