import type { Deed } from '@/lib/lab/believed-parting';
import type { Sentence } from '@/lib/lab/view';
import { spoken } from '../language/spoken';

/** Words of two runs side by side. `{object}` is the name of an object, `{to}` what it has become. */
export interface BelievedWords {
  readonly label: string;
  readonly truth: string;
  readonly believed: string;
  readonly play: string;
  readonly pause: string;
  readonly again: string;
  readonly back: string;
  readonly step: string;
  readonly toDifference: string;
  readonly starting: string;
  readonly failed: string;
  readonly retry: string;
  /** Before and after the moment at which they part; `{truth}` and `{believed}` are clauses. */
  readonly same: string;
  readonly parted: string;
  readonly partsHere: string;
  readonly at: string;
  readonly said: string;
  /** One clause for each thing that can happen to an object. */
  readonly deeds: Readonly<Record<Deed['is'], string>>;
  readonly createdFrom: string;
  /** Sentences without the reason that the true one gives. */
  readonly plain: Readonly<Partial<Record<Sentence['key'], string>>>;
  readonly nothing: string;
  readonly notCreated: string;
  readonly noChange: string;
  readonly later: string;
  readonly kind: string;
}

export const believedWords = spoken('believed');
