'use client';
import type { ReactNode } from 'react';
import { Coded } from '@/app/_ui/lab/coded';
import { Hints, type HintsProps } from '@/app/_ui/lab/hints';
import { Goals } from '@/app/_ui/lab/lab-task';
import styles from './lone.module.css';

/** What a lab asks, its goals as they stand, its hints, and below them what is told of a run. */
export function TaskSide({
  children,
  ...given
}: Omit<HintsProps, 'client'> & Partial<Pick<HintsProps, 'client'>> & { readonly children?: ReactNode }) {
  const { lab, goals, locale, client } = given;
  return (
    <>
      <p className={styles.task}>
        <Coded text={lab.task[locale]} />
      </p>
      <Goals {...{ lab, goals, locale, client }} />
      <Hints {...given} client={client} />
      {children}
    </>
  );
}
