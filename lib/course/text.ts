import { type BenchKind, benchKinds } from '../lab/bench-shown';
import type { Locale } from '../text';
import { sourceOf, withoutCode } from './source';

/** The words of a lesson's h2 headings, in order, without Markdown's marks. The slug must be one of a written lesson. */
export function sectionTitles(slug: string, locale: Locale): readonly string[] {
  return [...withoutCode(sourceOf(slug, locale)).matchAll(/^## +(.+)$/gm)].map(([, title = '']) =>
    title.replace(/[`*_]/g, '').trim(),
  );
}

const bench = /<Bench\s+kind="([^"]*)"\s+scenario="([^"]*)"/g;

/** The benches that a lesson's text has: the kind of each, by the scenario that it works on. Throws for a kind that is not there. */
export function benchesOf(slug: string): ReadonlyMap<string, BenchKind> {
  const found = [...withoutCode(sourceOf(slug, 'en')).matchAll(bench)];
  return new Map(
    found.map(([, named, scenario = '']) => {
      const kind = benchKinds.find((one) => one === named);
      if (!kind)
        throw new Error(`content/${slug}/en.mdx: no bench "${named}"; there are ${benchKinds.join(', ')}`);
      return [scenario, kind];
    }),
  );
}
