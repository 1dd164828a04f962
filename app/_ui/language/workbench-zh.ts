import { zh as workbench } from '../bench/workbench-words-zh';
import { enter, type WorkbenchLanguage } from './spoken';
import './figure-zh';

enter('zh', { workbench } satisfies WorkbenchLanguage);
