import type { Text } from '../text';

export const verdicts = ['holds', 'holds-with-nuance', 'outdated', 'wrong', 'cut-off'] as const;
export type Verdict = (typeof verdicts)[number];

/** A sentence of the study notes, and what holds today. */
export interface Claim {
  readonly id: string;
  /** The notes' own sentence. */
  readonly quote: Text;
  readonly verdict: Verdict;
  readonly today: Text;
  /** Where the verdict was looked up: repository and path, or the page of the documentation. */
  readonly source: string;
}

export const defineClaims = (claims: readonly Claim[]): readonly Claim[] => claims;

/** A part of the study notes under a heading of their own. */
export interface NotesPart {
  readonly title: Text;
  /** Ids of its sentences, as they follow each other. */
  readonly claims: readonly string[];
}

export const defineNotes = (parts: readonly NotesPart[]): readonly NotesPart[] => parts;
