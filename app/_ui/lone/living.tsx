'use client';

import dynamic from 'next/dynamic';

/** The living parts of the pages on which a lab stands alone: as app/_ui/lesson/living, for the same reason. */
export const LivingLoneLab = dynamic(() => import('./lone-lab').then((file) => file.LoneLab));

export const LivingPlayground = dynamic(() => import('./playground').then((file) => file.Playground));
