import concepts from '@/content/concepts';
import type { Concept } from './concept';

const byId = new Map(concepts.map((one) => [one.id, one]));

/** Every concept, in the order in which they are taught. */
export const getConcepts = (): readonly Concept[] => concepts;

export const getConcept = (id: string): Concept | undefined => byId.get(id);
