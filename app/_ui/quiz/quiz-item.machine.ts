import { assign, type SnapshotFrom, setup } from 'xstate';
import type { AnswerResult, ItemState, PublicItem } from '@/lib/quiz/public';
import { blankCount } from './yaml-source';

/** An answer that was given and that the server has not confirmed yet. */
export interface GivenAnswer {
  readonly submission: string;
  readonly places: readonly number[];
  readonly texts?: readonly string[];
  readonly sure: boolean;
}

/** What the reader is told beside the item. `message` is the server's own, in the reader's language. */
export type ItemNotice =
  | {
      readonly kind:
        | 'missing'
        | 'waits'
        | 'waitsInPage'
        | 'elsewhere'
        | 'anew'
        | 'offered'
        | 'hintFailed'
        | 'notReopened';
    }
  | { readonly kind: 'refused'; readonly message: string };

export interface ItemContext {
  /** The item as the try shows it: its options stand at the places that an answer names. */
  readonly item: PublicItem;
  /** The chosen places, ascending. Order: all places, the earliest first. Match: a choice's place for each stem, -1 for none. */
  readonly places: readonly number[];
  /** Numeric: what stands in its field. Yaml: what stands in each blank. */
  readonly texts: readonly string[];
  readonly sure: boolean;
  readonly hints: readonly string[];
  readonly hintsLeft: number;
  readonly isAskingHint: boolean;
  readonly submission: string | undefined;
  /** Of an item that was right before the page was loaded, the item's own. */
  readonly result: AnswerResult | undefined;
  /** Whether `result` judges what stands in `places` and `texts`; not so where the server does not say what was answered. */
  readonly isResultOfPlaces: boolean;
  /** Whether `result` judges what was answered on this page: then `sure` belongs to it. */
  readonly isResultOfPage: boolean;
  readonly notice: ItemNotice | undefined;
}

export type ItemEvent =
  | { readonly type: 'choose'; readonly place: number }
  | { readonly type: 'arrange'; readonly places: readonly number[] }
  | { readonly type: 'pair'; readonly stem: number; readonly place: number }
  | { readonly type: 'write'; readonly field: number; readonly text: string }
  | { readonly type: 'setSure'; readonly sure: boolean }
  | { readonly type: 'askHint' }
  | { readonly type: 'hintCame'; readonly text: string; readonly left: number }
  | { readonly type: 'hintFailed' }
  | { readonly type: 'answer'; readonly submission: string }
  | { readonly type: 'judged'; readonly result: AnswerResult }
  | { readonly type: 'alreadyAnswered'; readonly result: AnswerResult }
  | { readonly type: 'refused'; readonly message: string }
  | { readonly type: 'unreachable'; readonly isStored: boolean }
  | { readonly type: 'retry' }
  | { readonly type: 'tryAgain' }
  | { readonly type: 'reopened'; readonly item: PublicItem }
  | { readonly type: 'notReopened' };

export interface ItemInput {
  readonly item: PublicItem;
  readonly given?: GivenAnswer | undefined;
  /** What stands in the item when it opens: an answer that could not be counted. */
  readonly draft?: Omit<GivenAnswer, 'submission'> | undefined;
  readonly notice?: ItemNotice | undefined;
}

function firstPlaces({ kind, options, stems = [] }: PublicItem): readonly number[] {
  if (kind === 'order') return options.map((_, place) => place);
  return kind === 'match' ? stems.map(() => -1) : [];
}

function firstTexts({ kind, source = '' }: PublicItem): readonly string[] {
  if (kind === 'numeric') return [''];
  return kind === 'yaml' ? new Array<string>(blankCount(source)).fill('') : [];
}

/** What a result judges, as the server tells it. */
function answeredIn({ given }: AnswerResult): Pick<ItemContext, 'places' | 'texts'> | undefined {
  if (given === undefined) return undefined;
  const places = given.filter((one): one is number => typeof one === 'number');
  return { places, texts: given.filter((one): one is string => typeof one === 'string') };
}

/** A try that nothing was done in yet, or one that was right before. */
const freshTry = (item: PublicItem): ItemContext => ({
  item,
  places: firstPlaces(item),
  texts: firstTexts(item),
  sure: false,
  hints: [],
  hintsLeft: item.hintCount,
  isAskingHint: false,
  submission: undefined,
  result: undefined,
  isResultOfPlaces: false,
  isResultOfPage: false,
  notice: undefined,
  ...(item.result && resultOf(item.result)),
});

/** A result that was not awaited here, with the answer that it is of. */
function resultOf(result: AnswerResult) {
  const answered = answeredIn(result);
  return { result, ...answered, isResultOfPlaces: answered !== undefined, isResultOfPage: false };
}

function withPlace({ item, places }: ItemContext, place: number): readonly number[] {
  // Lines of a text are buttons: a second press lets go.
  const isLetGo = item.kind === 'hotspot' && places.includes(place);
  if (choosesOne(item)) return isLetGo ? [] : [place];
  return places.includes(place)
    ? places.filter((chosen) => chosen !== place)
    : [...places, place].sort((a, b) => a - b);
}

/** Whether at most one of the options can be chosen. */
export const choosesOne = ({ kind, chooses }: PublicItem) =>
  kind === 'single' || kind === 'predict' || chooses === 'one';

/** Whether the answer is what is written, not what is chosen. */
export const isWritten = ({ kind }: PublicItem) => kind === 'numeric' || kind === 'yaml';

/** Whether there is anything to be sent. What is still left open counts as not known. */
function isComplete({ item, places, texts }: ItemContext): boolean {
  if (isWritten(item)) return texts.some((text) => text.trim() !== '');
  if (item.kind === 'order') return places.length === item.options.length;
  return item.kind !== 'lab' && places.some((place) => place >= 0);
}

const isKnownState = (state: ItemState) => state === 'firstTry' || state === 'later';

/**
 * The life of one quiz item on the screen, from its first try to a right answer. An answer keeps its submission until the
 * server has judged it, however often it is sent; only then does a try end. `postAnswer`, `reloadItem`, `askForHint`,
 * `forgetAnswer` and `tellProgress` are names of effects for whoever steps the machine; it does none of them itself.
 */
export const quizItemMachine = setup({
  types: {
    context: {} as ItemContext,
    events: {} as ItemEvent,
    input: {} as ItemInput,
  },
  guards: {
    hasGivenAnswer: ({ context }) => context.submission !== undefined,
    isKnown: ({ context }) => isKnownState(context.item.state),
    isComplete: ({ context }) => isComplete(context),
    isPlaceOfChoice: ({ context, event }) =>
      event.type === 'choose' &&
      context.item.kind !== 'order' &&
      context.item.kind !== 'match' &&
      context.item.options[event.place] !== undefined,
    isPairOfMatch: ({ context, event }) =>
      event.type === 'pair' &&
      context.item.stems?.[event.stem] !== undefined &&
      (event.place === -1 || context.item.options[event.place] !== undefined),
    isFieldOfItem: ({ context, event }) => event.type === 'write' && context.texts[event.field] !== undefined,
    isOrderOfSteps: ({ context, event }) =>
      event.type === 'arrange' &&
      context.item.kind === 'order' &&
      event.places.length === context.item.options.length &&
      new Set(event.places).size === event.places.length,
    hasHintLeft: ({ context }) => context.hintsLeft > 0 && !context.isAskingHint,
    isJudgedRight: ({ event }) =>
      (event.type === 'judged' || event.type === 'alreadyAnswered') && event.result.correct,
    isRightElsewhere: ({ event }) => event.type === 'reopened' && isKnownState(event.item.state),
  },
  actions: {
    choosePlace: assign(({ context, event }) =>
      event.type === 'choose' ? { places: withPlace(context, event.place), notice: undefined } : {},
    ),
    arrangePlaces: assign(({ event }) =>
      event.type === 'arrange' ? { places: event.places, notice: undefined } : {},
    ),
    pairPlace: assign(({ context, event }) =>
      event.type === 'pair'
        ? { places: context.places.with(event.stem, event.place), notice: undefined }
        : {},
    ),
    writeText: assign(({ context, event }) =>
      event.type === 'write' ? { texts: context.texts.with(event.field, event.text), notice: undefined } : {},
    ),
    setSure: assign(({ event }) => (event.type === 'setSure' ? { sure: event.sure } : {})),
    beginHint: assign({ isAskingHint: true, notice: undefined }),
    showHint: assign(({ context, event }) =>
      event.type === 'hintCame'
        ? { hints: [...context.hints, event.text], hintsLeft: event.left, isAskingHint: false }
        : {},
    ),
    sayHintFailed: assign({ isAskingHint: false, notice: { kind: 'hintFailed' } }),
    sayMissing: assign({ notice: { kind: 'missing' } }),
    takeAnswer: assign(({ event }) =>
      event.type === 'answer' ? { submission: event.submission, notice: undefined } : {},
    ),
    dropAnswer: assign(({ event }) => ({
      submission: undefined,
      notice: event.type === 'refused' ? { kind: 'refused' as const, message: event.message } : undefined,
    })),
    keepResult: assign(({ event }) =>
      event.type === 'judged'
        ? {
            result: event.result,
            isResultOfPlaces: true,
            isResultOfPage: true,
            submission: undefined,
            notice: undefined,
          }
        : {},
    ),
    keepOtherResult: assign(({ event }) =>
      event.type === 'alreadyAnswered'
        ? { ...resultOf(event.result), submission: undefined, notice: { kind: 'elsewhere' as const } }
        : {},
    ),
    sayWaits: assign({ notice: { kind: 'waits' } }),
    sayWhereItWaits: assign(({ event }) => {
      const isStored = event.type !== 'unreachable' || event.isStored;
      return { notice: { kind: isStored ? ('waits' as const) : ('waitsInPage' as const) } };
    }),
    openFreshTry: assign(({ event }) => (event.type === 'reopened' ? freshTry(event.item) : {})),
    sayNotReopened: assign({ notice: { kind: 'notReopened' } }),
    postAnswer: () => {},
    reloadItem: () => {},
    askForHint: () => {},
    forgetAnswer: () => {},
    tellProgress: () => {},
  },
}).createMachine({
  id: 'quizItem',
  context: ({ input: { item, given, draft, notice } }) => ({ ...freshTry(item), ...draft, ...given, notice }),
  initial: 'arriving',
  states: {
    arriving: {
      always: [
        { guard: 'hasGivenAnswer', target: 'waitingToSend', actions: 'sayWaits' },
        { guard: 'isKnown', target: 'right' },
        { target: 'open' },
      ],
    },
    open: {
      on: {
        choose: { guard: 'isPlaceOfChoice', actions: 'choosePlace' },
        arrange: { guard: 'isOrderOfSteps', actions: 'arrangePlaces' },
        pair: { guard: 'isPairOfMatch', actions: 'pairPlace' },
        write: { guard: 'isFieldOfItem', actions: 'writeText' },
        setSure: { actions: 'setSure' },
        askHint: { guard: 'hasHintLeft', actions: ['beginHint', 'askForHint'] },
        hintCame: { actions: 'showHint' },
        hintFailed: { actions: 'sayHintFailed' },
        answer: [
          { guard: 'isComplete', target: 'answering', actions: ['takeAnswer', 'postAnswer'] },
          { actions: 'sayMissing' },
        ],
      },
    },
    answering: {
      on: {
        judged: [
          {
            guard: 'isJudgedRight',
            target: 'right',
            actions: ['keepResult', 'forgetAnswer', 'tellProgress'],
          },
          { target: 'wrong', actions: ['keepResult', 'forgetAnswer', 'tellProgress'] },
        ],
        alreadyAnswered: [
          {
            guard: 'isJudgedRight',
            target: 'right',
            actions: ['keepOtherResult', 'forgetAnswer', 'tellProgress'],
          },
          { target: 'wrong', actions: ['keepOtherResult', 'forgetAnswer', 'tellProgress'] },
        ],
        refused: { target: 'open', actions: ['dropAnswer', 'forgetAnswer'] },
        unreachable: { target: 'waitingToSend', actions: 'sayWhereItWaits' },
        hintCame: { actions: 'showHint' },
        hintFailed: { actions: 'sayHintFailed' },
      },
    },
    waitingToSend: {
      on: {
        retry: { target: 'answering', actions: 'postAnswer' },
        hintCame: { actions: 'showHint' },
        hintFailed: { actions: 'sayHintFailed' },
      },
    },
    wrong: { on: { tryAgain: { target: 'reopening', actions: 'reloadItem' } } },
    reopening: {
      on: {
        reopened: [
          { guard: 'isRightElsewhere', target: 'right', actions: 'openFreshTry' },
          { target: 'open', actions: 'openFreshTry' },
        ],
        notReopened: { target: 'wrong', actions: 'sayNotReopened' },
      },
    },
    right: {},
  },
});

export type ItemSnapshot = SnapshotFrom<typeof quizItemMachine>;

/** What the row of marks says of an item: as the server counts it, or that its answer is on its way. */
export type MarkState = ItemState | 'waiting';

export function markOf({ value, context }: ItemSnapshot): MarkState {
  if (value === 'answering' || value === 'waitingToSend') return 'waiting';
  return context.result?.state ?? context.item.state;
}
