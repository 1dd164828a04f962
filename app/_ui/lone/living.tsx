'use client';

import dynamic from 'next/dynamic';
import { speaking } from '@/app/_ui/language/language';

/** The living parts of the pages on which a lab stands alone: as app/_ui/lesson/living, for the same reason. */
export const LivingLoneLab = speaking(
  'lone',
  dynamic(() => import('./lone-lab').then((file) => file.LoneLab)),
);

export const LivingLoneBench = speaking(
  'lone',
  dynamic(() => import('./lone-bench').then((file) => file.LoneBench)),
);

export const LivingPlayground = speaking(
  'lone',
  dynamic(() => import('./playground').then((file) => file.Playground)),
);
