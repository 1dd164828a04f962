import { en as workbench } from '../bench/workbench-words-en';
import { enter, type WorkbenchLanguage } from './spoken';
import './figure-en';

enter('en', { workbench } satisfies WorkbenchLanguage);
