import 'server-only';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { locales } from '../text';
import { partsOf, sourceOf } from './source';

/**
 * Both languages of a lesson say the same. Nobody can test that, so a person reads both and notes it: `paired.json` of a lesson's
 * folder keeps for each section the hashes of the two texts that were read side by side. A section that has changed since in
 * one language alone has to be read again.
 */
type Pair = readonly [en: string, zh: string];
type Pairs = Readonly<Record<string, Pair>>;

const fileOf = (slug: string, name: string) => path.join(process.cwd(), 'content', slug, name);
const hashOf = (text: string) => createHash('sha256').update(text.trim()).digest('hex').slice(0, 10);

/** The text of each section by its id; `lead` is what stands before the first, without the list of sections. */
function sectionsIn(source: string): ReadonlyMap<string, string> {
  const { meta, sections: parts } = partsOf(source);
  const { sections = [], ...lead } = meta as { sections?: string[] };
  return new Map([
    ['lead', JSON.stringify(lead)],
    ...sections.map((id, at) => [id, parts[at] ?? ''] as const),
  ]);
}

/** As the two texts stand now. */
export function pairsOf(slug: string): Pairs {
  const [en, zh] = locales.map((locale) => sectionsIn(sourceOf(slug, locale)));
  return Object.fromEntries(
    [...(en?.keys() ?? [])].map((id) => [
      id,
      [hashOf(en?.get(id) ?? ''), hashOf(zh?.get(id) ?? '')] as const,
    ]),
  );
}

/** Sections that changed since they were read side by side, each with what to do. */
export function unpaired(slug: string): readonly string[] {
  const file = fileOf(slug, 'paired.json');
  const noted: Pairs = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return Object.entries(pairsOf(slug)).flatMap(([id, [en, zh]]) => {
    const before = noted[id];
    const changed = [...(before?.[0] === en ? [] : ['en']), ...(before?.[1] === zh ? [] : ['zh'])];
    if (changed.length === 0) return [];
    const what = before ? `changed in ${changed.join(' and ')}` : 'is new';
    return [
      `${slug}: section "${id}" ${what}. Read both languages side by side, then: npm run -s paired -- ${slug}`,
    ];
  });
}

/** Notes that both languages were read side by side as they stand; a line a section, as the formatter has it. */
export function notePairs(slug: string): void {
  const lines = Object.entries(pairsOf(slug)).map(([id, [en, zh]]) => `  "${id}": ["${en}", "${zh}"]`);
  writeFileSync(fileOf(slug, 'paired.json'), `{\n${lines.join(',\n')}\n}\n`);
}
