'use client';

import dynamic from 'next/dynamic';
import { speaking } from '@/app/_ui/language/language';

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
