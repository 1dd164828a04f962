'use client';

import dynamic from 'next/dynamic';
import type { ComponentType } from 'react';
import type { BenchKind } from '@/lib/lab/bench-shown';
import { speaking } from '../language/language';
import type { BenchProps } from './bench';

/** As app/_ui/lesson/living, for the same reason: of the benches a page gets the script of those that it shows. */
const benches: Readonly<Record<BenchKind, ComponentType<BenchProps>>> = {
  'load-bench': speaking(
    'load',
    dynamic(() => import('./load-bench').then((file) => file.LoadBench)),
  ),
  'selector-board': speaking(
    'selector',
    dynamic(() => import('./selector-board').then((file) => file.SelectorBoard)),
  ),
  'swap-test': speaking(
    'swap',
    dynamic(() => import('./swap-test').then((file) => file.SwapBench)),
  ),
  'migration-board': speaking(
    'migration',
    dynamic(() => import('./migration-board').then((file) => file.MigrationBoard)),
  ),
  'pod-workbench': speaking(
    'workbench',
    dynamic(() => import('./pod-workbench').then((file) => file.PodWorkbench)),
  ),
};

/** A bench: a figure with controls of its own over one cluster. */
export function LivingBench({ kind, ...props }: BenchProps & { readonly kind: BenchKind }) {
  const Bench = benches[kind];
  return <Bench {...props} />;
}
