import type { Counted } from '@/app/_ui/review/reader-dates';
import type { JoinCodeState, Need } from '@/lib/class/public';
import type { Knowledge } from '@/lib/statistics/knowledge';
import type { Locale } from '@/lib/text';
import { en } from './words-en';
import { zh } from './words-zh';

/** What is said while something is asked of the server, and when it does not answer. */
export interface AskedWords {
  readonly loading: string;
  readonly unreachable: string;
  readonly kept: string;
  readonly again: string;
}

export interface GridWords {
  readonly title: string;
  readonly advice: Readonly<Record<'nobody' | 'nothingYet' | 'few' | 'one' | 'two' | 'allKnown', string>>;
  readonly needing: Counted;
  readonly wide: string;
  readonly belief: string;
  readonly legend: Readonly<Record<'known' | 'read' | 'low' | 'toCome', string>>;
  readonly legendLabel: string;
  readonly lessons: string;
  readonly ofLesson: string;
  readonly columns: string;
  readonly learner: string;
  readonly why: string;
  readonly shown: string;
  readonly showAll: string;
  readonly showFewer: string;
  readonly asTable: string;
  readonly asPicture: string;
  readonly all: string;
  readonly few: string;
  readonly meanOf: string;
  readonly knownOf: string;
  readonly isRead: string;
  readonly isToCome: string;
  readonly states: Readonly<Record<Knowledge, string>>;
  readonly needs: Readonly<Record<Exclude<Need['kind'], 'away' | 'notBegun'>, string>>;
  readonly away: Counted;
  readonly notBegun: Counted;
  readonly open: string;
  readonly close: string;
  readonly tryRight: string;
  readonly tryWrong: string;
  readonly aided: string;
  readonly readCount: string;
  readonly labCount: string;
}

export interface ItemWords {
  readonly title: string;
  readonly lesson: string;
  readonly place: string;
  readonly drawn: string;
  readonly nobody: string;
  readonly ofAll: string;
  readonly ofAllShare: string;
  readonly right: string;
  readonly theRight: string;
  readonly anotherWrong: string;
  readonly believes: string;
  readonly several: string;
  readonly firstTry: string;
  readonly rightShare: string;
  readonly sureWrong: string;
  readonly nobodySure: string;
  readonly tooFew: string;
  readonly earlier: Counted;
  readonly asTable: string;
  readonly asPicture: string;
  readonly columns: Readonly<Record<'learner' | 'said' | 'result' | 'sure' | 'hints' | 'at', string>>;
  readonly isRight: string;
  readonly isWrong: string;
  readonly partly: string;
  readonly sure: string;
  readonly notSure: string;
  readonly changed: string;
}

export interface CodeWords {
  readonly title: string;
  readonly lead: string;
  readonly make: string;
  readonly another: string;
  readonly holds: string;
  readonly days: readonly { readonly days: number; readonly text: string }[];
  readonly goTo: string;
  readonly andType: string;
  readonly until: string;
  readonly once: string;
  readonly copy: string;
  readonly copied: string;
  readonly end: string;
  readonly made: string;
  readonly uses: Counted;
  readonly states: Readonly<Record<JoinCodeState['state'], string>>;
  readonly hidden: string;
  readonly ended: Counted;
}

export interface TeachWords {
  readonly title: string;
  readonly lead: string;
  readonly gives: readonly string[];
  readonly noScript: string;
  readonly signIn: string;
  readonly join: string;
  readonly classes: string;
  readonly none: string;
  readonly make: string;
  readonly name: string;
  readonly learners: Counted;
  readonly back: string;
  readonly print: string;
  readonly noClass: string;
  readonly noClassLead: string;
  readonly people: string;
  readonly joined: string;
  readonly seen: string;
  readonly notSeen: string;
  readonly remove: string;
  readonly removeAsk: string;
  readonly yesRemove: string;
  readonly keep: string;
  readonly settings: string;
  readonly rename: string;
  readonly renamed: string;
  readonly delete: string;
  readonly deleteLead: string;
  readonly deleteAsk: string;
  readonly yesDelete: string;
}

export interface JoinWords {
  readonly title: string;
  readonly lead: string;
  readonly noScript: string;
  readonly code: string;
  readonly codeHelp: string;
  readonly next: string;
  readonly toClass: string;
  readonly otherCode: string;
  readonly nickname: string;
  readonly nicknameHelp: string;
  readonly join: string;
  readonly seesTitle: string;
  readonly sees: readonly string[];
  readonly seesNotTitle: string;
  readonly seesNot: readonly string[];
  readonly isIn: string;
  readonly isInAlready: string;
  readonly wordsTitle: string;
  readonly wordsLead: string;
  readonly copy: string;
  readonly copied: string;
  readonly print: string;
  readonly written: string;
  readonly toCourse: string;
  readonly toReview: string;
  readonly before: string;
  readonly beforeLead: string;
  readonly fourWords: string;
  readonly comeBack: string;
  readonly asksTitle: string;
  readonly doneAnswers: Counted;
  readonly doneSections: Counted;
  readonly doneLabs: Counted;
  readonly and: string;
  readonly asks: string;
  readonly take: string;
  readonly leaveBehind: string;
  readonly leaveBehindNote: string;
  readonly isBack: string;
  readonly mine: string;
  readonly as: string;
  readonly leave: string;
  readonly leaveAsk: string;
  readonly yesLeave: string;
  readonly stay: string;
  readonly left: string;
}

/** Every word of the pages of a class, in one language. `{name}` is filled in. */
export interface ClassWords {
  readonly asked: AskedWords;
  readonly teach: TeachWords;
  readonly grid: GridWords;
  readonly item: ItemWords;
  readonly code: CodeWords;
  readonly join: JoinWords;
}

export const classWords: Readonly<Record<Locale, ClassWords>> = { en, zh };
