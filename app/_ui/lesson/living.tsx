'use client';

import dynamic from 'next/dynamic';
import type { Shared } from '@/app/_ui/lab/share-of';
import { speaking } from '@/app/_ui/language/language';
import type { Scenario } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';

/**
 * The living parts of a page. Their script comes only with pages that show one (a client component that a server file
 * imports is otherwise in the script of each page that imports the file); their first picture and its styles come with
 * the page itself, which React's own `lazy` would leave out.
 */
export const LivingFigure = speaking(
  'figure',
  dynamic(() => import('./figures').then((file) => file.LabFigure)),
);

export const LivingPrediction = speaking(
  'figure',
  dynamic(() => import('./figures').then((file) => file.Predict)),
);

export const LivingTask = speaking(
  'figure',
  dynamic(() => import('./figures').then((file) => file.LabTask)),
);

export const LivingPacket = speaking(
  'packet',
  dynamic(() => import('@/app/_ui/network/packet-figure').then((file) => file.PacketFigure)),
);

export const LivingScale = speaking(
  'scale',
  dynamic(() => import('@/app/_ui/network/scale').then((file) => file.ScaleFigure)),
);

export const LivingQuiz = dynamic(() => import('@/app/_ui/quiz/quiz').then((file) => file.Quiz));

export const LivingLoadBench = speaking(
  'load',
  dynamic(() => import('@/app/_ui/bench/load-bench').then((file) => file.LoadBench)),
);

/** What a bench is given: the cluster that it works on, as it stands when the page opens. */
export interface BenchProps {
  readonly scenario: Scenario;
  readonly first: LabView;
  readonly locale: Locale;
  readonly share: Shared;
  readonly number: string | undefined;
}

export const LivingSelectorBoard = speaking(
  'selector',
  dynamic(() => import('@/app/_ui/bench/selector-board').then((file) => file.SelectorBoard)),
);

export const LivingSwapTest = speaking(
  'swap',
  dynamic<BenchProps>(() => import('@/app/_ui/bench/swap-test').then((file) => file.SwapBench)),
);

export const LivingMigrationBoard = speaking(
  'migration',
  dynamic(() => import('@/app/_ui/bench/migration-board').then((file) => file.MigrationBoard)),
);

export const LivingPodWorkbench = speaking(
  'workbench',
  dynamic<BenchProps>(() => import('@/app/_ui/bench/pod-workbench').then((file) => file.PodWorkbench)),
);
