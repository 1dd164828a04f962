import type { StepUnit } from '@/lib/lab/session';

export type FigureAction =
  | 'playOrPause'
  | 'step'
  | 'back'
  | 'stepTen'
  | 'backTen'
  | 'toStart'
  | 'toEnd'
  | 'slower'
  | 'faster'
  | 'undo'
  | 'redo'
  | 'why'
  | 'outline'
  | 'machine'
  | 'yaml'
  | 'kubectl'
  | 'fork'
  | 'toA'
  | 'toB'
  | 'toC'
  | 'toD'
  | 'keys'
  | 'leave';

export const speeds = [0.5, 1, 4, 16] as const;
export type Speed = (typeof speeds)[number];
export const stepUnits = ['event', 'reconcile', 'change'] as const satisfies readonly StepUnit[];

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What has the focus: a `button` takes Space and Enter for itself, a `field` takes all but Escape. */
export type Focus = 'figure' | 'button' | 'field';

const plain: Readonly<Record<string, FigureAction>> = {
  ' ': 'playOrPause',
  ArrowRight: 'step',
  ArrowLeft: 'back',
  Home: 'toStart',
  End: 'toEnd',
  '[': 'slower',
  ']': 'faster',
  '.': 'why',
  o: 'outline',
  m: 'machine',
  y: 'yaml',
  '/': 'kubectl',
  f: 'fork',
  a: 'toA',
  b: 'toB',
  c: 'toC',
  d: 'toD',
  '?': 'keys',
  Escape: 'leave',
};

/** The action of a key inside a figure, or undefined where the key belongs to what has the focus or to the browser. */
export function actionOf(press: KeyPress, focus: Focus): FigureAction | undefined {
  if (press.altKey) return undefined;
  if (focus === 'field') return press.key === 'Escape' ? 'leave' : undefined;
  if (press.ctrlKey || press.metaKey) {
    if (press.key.toLowerCase() !== 'z') return undefined;
    return press.shiftKey ? 'redo' : 'undo';
  }
  if (press.key === ' ' && focus === 'button') return undefined;
  if (press.shiftKey && press.key === 'ArrowRight') return 'stepTen';
  if (press.shiftKey && press.key === 'ArrowLeft') return 'backTen';
  return plain[press.key] ?? plain[press.key.toLowerCase()];
}

/** What has the focus, by the element that the key went to. */
export function focusOf(target: Element): Focus {
  const fields =
    'input, select, textarea, [role="radio"], [role="tab"], [role="separator"], [role="menuitem"], [role="treeitem"], [contenteditable]';
  if (target.matches(fields)) return 'field';
  return target.matches('button, summary, a') ? 'button' : 'figure';
}
