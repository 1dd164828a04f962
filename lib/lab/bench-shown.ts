import type { LoadChoice } from './load-choice';
import type { Board } from './migration-board';
import type { SelectorChoice } from './selector-board';
import type { SwapChoice } from './swap-test/choice';

/** Figures with controls of their own over one cluster, as a lesson's text names them. */
export const benchKinds = [
  'load-bench',
  'selector-board',
  'swap-test',
  'migration-board',
  'pod-workbench',
] as const;
export type BenchKind = (typeof benchKinds)[number];

/** What a reader chose at a bench, beside what was done to its cluster. All that is chosen at the Pod workbench is done. */
export type BenchShown =
  /** `atMs`: the look that is shown. */
  | { readonly kind: 'load-bench'; readonly choice: LoadChoice; readonly atMs: number }
  | { readonly kind: 'selector-board'; readonly choice: SelectorChoice }
  | { readonly kind: 'swap-test'; readonly choice: SwapChoice }
  | { readonly kind: 'migration-board'; readonly choice: Board };

type Shown<Kind extends BenchShown['kind']> = Extract<BenchShown, { readonly kind: Kind }>;

/** What was chosen at a bench of this kind, where it was noted. */
export const shownAt = <Kind extends BenchShown['kind']>(
  kind: Kind,
  bench: BenchShown | undefined,
): Shown<Kind> | undefined => (bench?.kind === kind ? (bench as Shown<Kind>) : undefined);
