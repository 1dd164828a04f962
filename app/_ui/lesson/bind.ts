import type { ReactNode } from 'react';

/** A component with some of its properties given already: those that a lesson's text does not know, as its language. */
export const bind =
  <Props extends object, Given extends Partial<Props>>(
    component: (props: Props) => ReactNode,
    given: Given,
  ) =>
  (props: Omit<Props, keyof Given>): ReactNode =>
    component({ ...props, ...given } as unknown as Props);
