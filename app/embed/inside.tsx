'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { LabFigure } from '@/app/_ui/lab/lab-figure';
import { Predict } from '@/app/_ui/lab/predict';
import type { SessionClient } from '@/app/_ui/lab/session-client';
import { clusterOfLink, firstOf } from '@/app/_ui/lone/cluster';
import { isLinkTo, lookingAt, type Opened } from '@/app/_ui/lone/opened';
import { Refused } from '@/app/_ui/lone/refused';
import { TaskSide } from '@/app/_ui/lone/task-side';
import { useGoals } from '@/app/_ui/lone/use-goals';
import { useOpened } from '@/app/_ui/lone/use-opened';
import { loneWords } from '@/app/_ui/lone/words';
import type { LabLink } from '@/lib/lab/link';
import { useFocusIn } from './frame';
import { opener } from './open-client';
import type { WidgetProps } from './widget';
import styles from './widget.module.css';

/** What runs in a widget: the lab or figure of the page, or at the moment that the address brings along. */
export function Inside({ locale, kind, scenario: own, first: ownFirst, prediction }: WidgetProps) {
  const say = loneWords[locale];
  const fits = useCallback(
    (link: LabLink) => (kind === 'cluster' ? typeof link.scenario !== 'string' : isLinkTo(link, own.id)),
    [kind, own.id],
  );
  const opened = useOpened(fits);
  const { scenario, first, from } = useMemo(
    () => shownOf(opened, { scenario: own, first: ownFirst, locale }, kind === 'cluster'),
    [opened, own, ownFirst, kind, locale],
  );
  const link = opened.kind === 'link' ? opened.link : undefined;
  const looking = useMemo(() => lookingAt(link), [link]);
  const [client, setClient] = useState<SessionClient>();
  useEffect(() => {
    let isHere = true;
    setClient(undefined);
    void opener().then((open) => isHere && setClient(open(scenario, first, from)));
    return () => {
      isHere = false;
    };
  }, [scenario, first, from]);
  const { goals, fitting, onView } = useGoals(first);
  const box = useRef<HTMLDivElement>(null);
  useFocusIn(box, client !== undefined);
  return (
    <div ref={box} className={styles.inside}>
      <Refused
        opened={opened}
        words={say}
        instead={kind === 'cluster' ? say.insteadCluster : say.insteadLab}
      />
      {'goals' in scenario && <TaskSide lab={scenario} {...{ goals, fitting, locale, client }} />}
      {client !== undefined &&
        (prediction === undefined ? (
          <LabFigure {...{ scenario, locale, client, first, onView, looking }} compact />
        ) : (
          <Predict {...{ prediction, scenario, locale, client, first }} />
        ))}
    </div>
  );
}

/** What is to be run: what a link holds, where one was opened. */
function shownOf(
  opened: Opened,
  { locale, ...own }: Pick<WidgetProps, 'scenario' | 'first' | 'locale'>,
  isCluster: boolean,
): Pick<WidgetProps, 'scenario' | 'first'> & { readonly from?: LabLink['state'] } {
  if (opened.kind !== 'link') return own;
  if (!isCluster) return { ...own, from: opened.link.state };
  const cluster = clusterOfLink(opened.link, locale);
  return { ...cluster, first: firstOf(own.first, cluster) };
}
