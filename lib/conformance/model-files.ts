import 'server-only';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '../text';
import { modelSections } from './model-text';

const files: Readonly<Record<Locale, string>> = { en: 'MODEL.md', zh: 'MODEL.zh.md' };

/** What is modelled and what is left out, in one language. */
export const modelOf = (locale: Locale) =>
  modelSections(readFileSync(path.join(process.cwd(), 'lib/cluster', files[locale]), 'utf8'));
