'use client';
import { useMemo } from 'react';
import { fill } from '@/app/_ui/fill';
import type { BenchKind } from '@/lib/lab/bench-shown';
import type { Scenario } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Text } from '@/lib/text';
import styles from './lone.module.css';
import { LoneBar, type LonePlace } from './lone-bar';
import { OpenedBench } from './opened-bench';
import { loneWords } from './words';

export interface LoneBenchProps extends LonePlace {
  readonly bench: BenchKind;
  readonly scenario: Scenario;
  readonly first: LabView;
  readonly title: Text;
}

/** A lesson's bench on a page of its own, as it begins or as a link has it. Its button to share stands in it. */
export function LoneBench({ bench, scenario, first, title, ...place }: LoneBenchProps) {
  const { locale, path, lesson } = place;
  const share = useMemo(
    () => ({ title, path, widget: { lesson: lesson.slug, lab: scenario.id } }),
    [title, path, lesson.slug, scenario.id],
  );
  return (
    <>
      <LoneBar {...place} name={fill(loneWords[locale].lab.figure, { title: title[locale] })} />
      <main id="text" tabIndex={-1} className={styles.bench}>
        <h1 className="unseen">{title[locale]}</h1>
        <OpenedBench kind={bench} {...{ scenario, first, locale, share }} />
      </main>
    </>
  );
}
