import 'server-only';
import all from '@/content/generators';
import misconceptions from '@/content/misconceptions';
import type { Generator } from '@/lib/quiz/generator';
import type { Misconception } from '@/lib/quiz/misconception';

/** Every generator, in the order in which their concepts are taught. */
export const getGenerators = (): readonly Generator[] => all;

/** The generators that ask a concept. */
export const generatorsOf = (concept: string): readonly Generator[] =>
  all.filter((generator) => generator.concept === concept);

export const getGenerator = (id: string): Generator | undefined => all.find((one) => one.id === id);

const byId = new Map(misconceptions.map((one) => [one.id, one]));

export const getMisconceptions = (): readonly Misconception[] => misconceptions;
export const getMisconception = (id: string): Misconception | undefined => byId.get(id);
