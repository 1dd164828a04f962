import './figure-zh';
import { zh as migration } from '../bench/migration-words-zh';
import { enter, type MigrationLanguage } from './spoken';

enter('zh', { migration } satisfies MigrationLanguage);
