'use client';
import { LabFigure } from './lab-figure';
import { LabFull, type LabFullProps } from './lab-full';

export type LabProps = LabFullProps & {
  /** `full`: on the whole screen, with objects, kubectl and what is to be reached; `figure`: within a text. */
  readonly layout: 'full' | 'figure';
};

/** One component for every cluster that a reader runs: in a lesson, a lab, the playground, a widget. */
export function Lab({ layout, task, ...props }: LabProps) {
  return layout === 'full' ? <LabFull {...props} task={task} /> : <LabFigure {...props} />;
}
