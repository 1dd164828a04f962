import type { Denial } from '@/lib/lab/denial';
import type { Sentence, WhyLink } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { spoken } from '../language/spoken';
import type { PlayerWords } from './player-words';
import type { StateWords } from './state-words';

/** Each word that a figure shows, in one language. `{name}` is filled in; all else is said as it stands. */
export interface LabWords {
  readonly locale: Locale;
  /** One template for each sentence; `{subject}` and `{object}` become live marks. */
  readonly sentences: Readonly<Record<Sentence['key'], string>>;
  /** Said instead of `machine`, by what the machine is at. */
  readonly states: StateWords;
  /** Said instead when the sentence names no object. */
  readonly withoutObject: Readonly<Partial<Record<Sentence['key'], string>>>;
  readonly why: Readonly<Record<WhyLink['key'], string>>;
  /** Why it happened, by the command at the end of the chain. */
  readonly because: Readonly<Record<keyof LabWords['commands'], string>>;
  /** Who did it, by the component's name; `you` for the reader. */
  readonly by: Readonly<Record<string, string>>;
  readonly otherwise: string;
  readonly until: Readonly<Record<'ready' | 'available' | 'gone', string>>;
  readonly waitsForLane: string;
  readonly leftOut: Readonly<Record<'notReady' | 'noAddress' | 'terminating', string>>;
  readonly commands: Readonly<
    Record<
      | 'apply'
      | 'create'
      | 'scale'
      | 'setImage'
      | 'minReadySeconds'
      | 'whenScaled'
      | 'patch'
      | 'delete'
      | 'failReadiness'
      | 'mendReadiness'
      | 'failLiveness'
      | 'mendLiveness'
      | 'slowStart'
      | 'mendStart'
      | 'crash'
      | 'exec'
      | 'evict'
      | 'addNode'
      | 'silence'
      | 'restore'
      | 'metrics'
      | 'load',
      string
    >
  >;
  readonly scene: Readonly<
    Record<
      | 'service'
      | 'headless'
      | 'notCreated'
      | 'noNode'
      | 'claims'
      | 'none'
      | 'kept'
      | 'next'
      | 'left'
      | 'label'
      | 'notReady'
      | 'cordoned'
      | 'noEndpoint',
      string
    >
  >;
  readonly score: Readonly<
    Record<'you' | 'set' | 'notYetRun' | 'notShown' | 'label' | 'at' | 'seconds' | 'refused', string>
  >;
  readonly machine: Readonly<Record<'asked' | 'label' | 'current' | 'none', string>>;
  readonly figure: Readonly<
    Record<
      | 'figure'
      | 'cause'
      | 'causeBy'
      | 'causes'
      | 'oneCause'
      | 'whyButton'
      | 'whyTitle'
      | 'goTo'
      | 'stay'
      | 'end'
      | 'starting'
      | 'prompt'
      | 'wholeScreen'
      | 'live'
      | 'noScript',
      string
    >
  >;
  readonly tabs: Readonly<Record<'scene' | 'machine' | 'objects' | 'events' | 'outline', string>>;
  readonly hands: Readonly<
    Record<
      | 'label'
      | 'fail'
      | 'failOne'
      | 'failShort'
      | 'mend'
      | 'mendShort'
      | 'deletePod'
      | 'deleteOne'
      | 'scale'
      | 'fewer'
      | 'more'
      | 'runWith'
      | 'image'
      | 'deleteSet'
      | 'minReadySeconds'
      | 'whenScaled'
      | 'others'
      | 'choose'
      | 'noPods'
      | 'refused'
      | 'denied',
      string
    >
  >;
  /** Why a run does not take what was done; `{limit}` and `{asked}` are numbers. */
  readonly denials: Readonly<Record<Denial['why'], string>>;
  readonly transport: PlayerWords &
    Readonly<Record<'event' | 'reconcile' | 'change' | 'undo' | 'redo' | 'reset', string>>;
  readonly keys: readonly (readonly [keys: string, words: string])[];
  readonly outline: Readonly<
    Record<
      | 'label'
      | 'pod'
      | 'reserved'
      | 'noNode'
      | 'notReady'
      | 'ready'
      | 'revision'
      | 'claim'
      | 'mounted'
      | 'kept'
      | 'service'
      | 'endpoint'
      | 'waits'
      | 'set'
      | 'setGone',
      string
    >
  >;
  readonly events: Readonly<Record<'none' | 'label', string>>;
  readonly predict: Readonly<Record<'yours' | 'happened' | 'choose' | 'skip' | 'label' | 'playing', string>>;
  readonly task: Readonly<
    Record<
      | 'task'
      | 'goals'
      | 'open'
      | 'holds'
      | 'failed'
      | 'since'
      | 'failedAt'
      | 'hint'
      | 'hintOf'
      | 'noHints'
      | 'check'
      | 'checking'
      | 'solvedIn'
      | 'solvedInOne'
      | 'notSolved'
      | 'notSolvedBrief'
      | 'differs'
      | 'unreachable'
      | 'saved',
      string
    >
  >;
}

export const labWords = spoken('lab');

/** Fills `{name}` places; one that has no value stays empty. */
export function fill(
  template: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** `web-0` of `Pod/default/web-0`. */
export const shortName = (key: string | undefined): string =>
  key === undefined ? '' : key.slice(key.lastIndexOf('/') + 1);

/** "33.6" of 33,600 ms: one decimal, as the whole product shows times. */
export const seconds = (ms: number): string => (Math.round(ms / 100) / 10).toFixed(1);

/** Who wrote, in words; an unknown component keeps its own name. */
export const byWords = (words: LabWords, by: string): string => words.by[by] ?? by;
