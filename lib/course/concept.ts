import type { Text } from '../text';

/** Something that can be known of Kubernetes, as small as one question can ask for it. */
export interface Concept {
  /** Kebab-case. Never renamed: answers and review cards are kept under it. */
  readonly id: string;
  /** What it is, as a person would say it: a phrase without a full stop. */
  readonly title: Text;
  /** Slug of the lesson that teaches it. */
  readonly lesson: string;
}

export const defineConcepts = (concepts: readonly Concept[]): readonly Concept[] => concepts;
