import type { Counted } from '@/app/_ui/review/reader-dates';
import type { KnownTry } from '@/lib/review/public';
import type { Knowledge, KnowledgeReason } from '@/lib/statistics/knowledge';
import type { Locale } from '@/lib/text';
import { en } from './knowledge-words-en';
import { zh } from './knowledge-words-zh';

/** What the page “What I know” says of concepts and of what is kept, in one language. `{name}` is filled in. */
export interface KnowledgeWords {
  /** How many concepts are solid of those that can be asked, and what of them fades. */
  readonly summary: Readonly<Record<'none' | 'solid', Counted>>;
  readonly fading: Counted;
  readonly due: Counted;
  readonly review: string;
  readonly states: Readonly<Record<Knowledge, string>>;
  /** What a state means, for the legend. */
  readonly meanings: Readonly<Record<Knowledge, string>>;
  readonly concepts: string;
  readonly because: string;
  readonly comesBack: string;
  readonly rules: Readonly<Record<KnowledgeReason['rule'], Readonly<Record<'holds' | 'fails', Counted>>>>;
  readonly signs: Readonly<Record<'holds' | 'fails', string>>;
  readonly restsOn: string;
  readonly tries: string;
  readonly results: Readonly<Record<'right' | 'aided' | 'wrong', string>>;
  readonly where: Readonly<Record<KnownTry['where'], string>>;
  readonly notBegun: string;
  readonly notBegunCount: Counted;
  readonly loading: string;
  readonly failed: string;
  readonly failedKept: string;
  readonly again: string;
  readonly kept: KeptWords;
}

/** What is said of taking along and of deleting. */
export interface KeptWords {
  readonly title: string;
  readonly lead: string;
  readonly export: string;
  readonly exporting: string;
  readonly exported: string;
  readonly exportFailed: string;
  readonly notInFile: Counted;
  readonly tables: string;
  readonly tablesLoading: string;
  readonly columns: Readonly<Record<'why' | 'rows' | 'file', string>>;
  readonly withheld: string;
  readonly nothingIn: string;
  readonly erase: string;
  readonly eraseLead: string;
  readonly ask: string;
  readonly askLead: string;
  readonly counting: string;
  readonly notCounted: string;
  readonly goes: Readonly<
    Record<'SectionRead' | 'Answer' | 'LabRun' | 'ReviewCard' | 'Classroom' | 'Enrollment', Counted>
  >;
  readonly account: string;
  readonly waits: Counted;
  readonly cookie: string;
  readonly stays: string;
  readonly confirm: string;
  readonly confirming: string;
  readonly cancel: string;
  readonly eraseFailed: string;
  readonly eraseUnsure: string;
  readonly password: string;
  readonly signIn: string;
  readonly erased: string;
  readonly erasedAction: string;
}

export const knowledgeWords: Readonly<Record<Locale, KnowledgeWords>> = { en, zh };
