import './figure-en';
import { en as migration } from '../bench/migration-words-en';
import { enter, type MigrationLanguage } from './spoken';

enter('en', { migration } satisfies MigrationLanguage);
