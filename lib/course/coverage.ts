import 'server-only';
import lessons from '@/content/lessons';
import { type Locale, locales } from '../text';
import { getGenerators } from './generators';
import { getLessons } from './lessons';
import { getPacketPaths } from './packets';
import { sourceOf } from './source';

/** Where one claim of the study notes is taught, run and asked. Each place is an id of the lesson. */
export interface ClaimCoverage {
  readonly claim: string;
  readonly lesson: string;
  /** Languages whose text names it. */
  readonly passages: readonly Locale[];
  /** Scenarios, labs and ways of packets in which it can be seen. */
  readonly runs: readonly string[];
  /** Items and generators that ask it. */
  readonly questions: readonly string[];
}

const passagesOf = (slug: string, locale: Locale): ReadonlySet<string> => {
  const source = sourceOf(slug, locale);
  return new Set([...source.matchAll(/<Claim id="([^"]+)"/g)].map(([, id = '']) => id));
};

/** Every claim of the notes, in the order of the course. A claim of a lesson that is not written has nothing. */
export function claimCoverage(): readonly ClaimCoverage[] {
  return getLessons().flatMap(({ slug, claims }) => {
    const content = Object.hasOwn(lessons, slug) ? lessons[slug] : undefined;
    const passages = content && locales.map((locale) => [locale, passagesOf(slug, locale)] as const);
    const scenarios = content ? [...content.labs.scenarios, ...content.labs.labs, ...getPacketPaths()] : [];
    const asked = [...(content?.quiz.items ?? []), ...getGenerators()];
    return claims.map((claim) => ({
      claim,
      lesson: slug,
      passages: passages?.flatMap(([locale, ids]) => (ids.has(claim) ? [locale] : [])) ?? [],
      runs: scenarios.flatMap(({ id, claims: seen }) => (seen?.includes(claim) ? [id] : [])),
      questions: asked.flatMap((one) => ('claims' in one && one.claims.includes(claim) ? [one.id] : [])),
    }));
  });
}

/** What is missing of a claim, in words for an author; nothing if it is taught in both languages, run and asked. */
export function holesOf({ claim, passages, runs, questions }: ClaimCoverage): readonly string[] {
  return [
    ...locales
      .filter((locale) => !passages.includes(locale))
      .map((locale) => `${claim}: no passage in ${locale}`),
    ...(runs.length > 0 ? [] : [`${claim}: no scenario or lab says that it can be seen there (claims)`]),
    ...(questions.length > 0 ? [] : [`${claim}: no item asks it`]),
  ];
}
