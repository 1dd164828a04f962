export type PromptAction =
  | 'run'
  | 'complete'
  | 'earlier'
  | 'later'
  | 'takeRest'
  | 'lines'
  | 'interrupt'
  | 'clear'
  | 'toStart'
  | 'toEnd'
  | 'cutBefore'
  | 'cutAfter'
  | 'leave';

export interface PromptPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

export interface PromptStands {
  readonly isEmpty: boolean;
  readonly isAtEnd: boolean;
  readonly hasRest: boolean;
  /** Some text of the prompt or of the page is selected: Ctrl-C copies it. */
  readonly hasSelection: boolean;
  readonly hasChoices: boolean;
}

const plain: Readonly<Record<string, PromptAction>> = {
  Enter: 'run',
  ArrowUp: 'earlier',
  ArrowDown: 'later',
  Escape: 'leave',
};

const withCtrl: Readonly<Record<string, PromptAction>> = {
  r: 'lines',
  c: 'interrupt',
  l: 'clear',
  a: 'toStart',
  e: 'toEnd',
  u: 'cutBefore',
  k: 'cutAfter',
  p: 'earlier',
  n: 'later',
};

/** What a key does in the prompt, as in a shell; undefined where it is the browser's, as Tab in an empty prompt is. */
export function promptActionOf(press: PromptPress, stands: PromptStands): PromptAction | undefined {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = press;
  if (altKey || metaKey) return undefined;
  if (ctrlKey) {
    const action = shiftKey ? undefined : withCtrl[key.toLowerCase()];
    return action === 'interrupt' && stands.hasSelection ? undefined : action;
  }
  if (shiftKey && key !== 'Enter') return undefined;
  if (key === 'Tab') return stands.isEmpty && !stands.hasChoices ? undefined : 'complete';
  if (key === 'ArrowRight' || key === 'End')
    return stands.isAtEnd && stands.hasRest && !stands.hasSelection ? 'takeRest' : undefined;
  return plain[key];
}
