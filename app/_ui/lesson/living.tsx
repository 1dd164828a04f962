'use client';

import { lazy, Suspense } from 'react';
import type { LabFigureProps } from '@/app/_ui/lab/lab-figure';
import type { LabTaskProps } from '@/app/_ui/lab/lab-task';
import type { PredictProps } from '@/app/_ui/lab/predict';
import type { QuizProps } from '@/app/_ui/quiz/quiz';

/**
 * The living parts of a page, loaded only by pages that show one: a client component that a server file names is
 * otherwise in the script of each page that imports the file.
 */
const Figure = lazy(() => import('@/app/_ui/lab/lab-figure').then((file) => ({ default: file.LabFigure })));
const Prediction = lazy(() => import('@/app/_ui/lab/predict').then((file) => ({ default: file.Predict })));
const Task = lazy(() => import('@/app/_ui/lab/lab-task').then((file) => ({ default: file.LabTask })));

const Questions = lazy(() => import('@/app/_ui/quiz/quiz').then((file) => ({ default: file.Quiz })));

export const LivingFigure = (props: LabFigureProps) => (
  <Suspense fallback={null}>
    <Figure {...props} />
  </Suspense>
);

export const LivingPrediction = (props: PredictProps) => (
  <Suspense fallback={null}>
    <Prediction {...props} />
  </Suspense>
);

export const LivingTask = (props: LabTaskProps) => (
  <Suspense fallback={null}>
    <Task {...props} />
  </Suspense>
);

export const LivingQuiz = (props: QuizProps) => (
  <Suspense fallback={null}>
    <Questions {...props} />
  </Suspense>
);
