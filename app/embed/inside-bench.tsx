'use client';
import { useEffect, useRef, useState } from 'react';
import type { OpenSession } from '@/app/_ui/lab/session-client';
import { OpenedBench } from '@/app/_ui/lone/opened-bench';
import type { BenchKind } from '@/lib/lab/bench-shown';
import { useFocusIn } from './frame';
import { opener } from './open-client';
import type { WidgetProps } from './widget';
import styles from './widget.module.css';

/** What runs in the widget of a bench: the bench as it begins, or as the address has it. */
export function InsideBench({
  kind,
  locale,
  scenario,
  first,
}: Pick<WidgetProps, 'locale' | 'scenario' | 'first'> & { readonly kind: BenchKind }) {
  const [open, setOpen] = useState<OpenSession>();
  useEffect(() => {
    void opener().then((opens) => setOpen(() => opens));
  }, []);
  const box = useRef<HTMLDivElement>(null);
  useFocusIn(box, open !== undefined);
  return (
    <div ref={box} className={styles.inside}>
      {open && <OpenedBench {...{ kind, locale, scenario, first, open }} />}
    </div>
  );
}
