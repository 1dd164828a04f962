import type { EditorId } from '@/lib/lab/selector-board';
import type { SelectorFault } from '@/lib/lab/selector-text';
import { spoken } from '../language/spoken';

/** Each word of the board of selectors, in one language; `{name}` is filled in. */
export interface SelectorWords {
  /** The sentence: of a selector, of one where certain Pods are asked for, and of a text that is none. */
  readonly sentence: Readonly<Record<'selects' | 'exactly' | 'misses' | 'tooMany' | 'both' | 'none', string>>;
  readonly ask: string;
  readonly free: string;
  readonly editors: Readonly<Record<EditorId, string>>;
  /** Where there is little room. */
  readonly shortMap: string;
  /** For the field itself. */
  readonly editorLabel: string;
  readonly editorsLabel: string;
  readonly count: string;
  readonly same: string;
  readonly fault: Readonly<Record<SelectorFault['why'] | 'yaml', string>>;
  readonly carried: Readonly<Record<'all' | 'one' | 'nobody', string>>;
  /** Why which objects can carry it. */
  readonly why: Readonly<
    Record<'pairs' | 'asPairs' | 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'twice', string>
  >;
  /** What is worth a look in what was selected. */
  readonly lacking: string;
  readonly letters: string;
  readonly gone: string;
  readonly board: string;
  readonly isSelected: string;
  readonly isWanted: string;
  readonly noLabels: string;
  readonly owner: string;
  readonly noOwner: string;
  readonly service: string;
  readonly leftOut: string;
  readonly going: string;
  readonly owners: string;
  readonly workload: string;
  readonly sends: string;
  readonly relabel: Readonly<Record<'hint' | 'label' | 'act' | 'notPairs', string>>;
  readonly apply: Readonly<
    Record<'title' | 'as' | 'template' | 'notPairs' | 'show' | 'act' | 'failed' | 'orphan', string>
  >;
}

export const selectorWords = spoken('selector');
