'use client';
import { useCallback, useMemo } from 'react';
import { Lab } from '@/app/_ui/lab/lab';
import { Debrief, Result, shortestOf } from '@/app/_ui/lab/lab-task';
import taskStyles from '@/app/_ui/lab/lab-task.module.css';
import { openInWorker } from '@/app/_ui/lab/session-client';
import { Share } from '@/app/_ui/lab/share';
import { useCheck } from '@/app/_ui/lab/use-check';
import { fill, labWords } from '@/app/_ui/lab/words';
import type { LabLink } from '@/lib/lab/link';
import type { LabStatement, Scenario } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Text } from '@/lib/text';
import { IdleButton } from '../kit/idle-button';
import styles from './lone.module.css';
import { LoneBar, type LonePlace } from './lone-bar';
import { longestLink, momentOf } from './moment';
import { isLinkTo, lookingAt } from './opened';
import { Refused } from './refused';
import { TaskSide } from './task-side';
import { useGoals } from './use-goals';
import { useOpened } from './use-opened';
import { loneWords } from './words';

export interface LoneLabProps extends LonePlace {
  readonly scenario: Scenario | LabStatement;
  readonly first: LabView;
  readonly title: Text;
}

/** A lesson's lab or figure on the whole screen: one bar with its name, its goals, share and check; the figure below it. */
export function LoneLab({ locale, site, scenario, first, title, path, lesson }: LoneLabProps) {
  const say = loneWords[locale];
  const words = labWords[locale];
  const fits = useCallback((link: LabLink) => isLinkTo(link, scenario.id), [scenario.id]);
  const opened = useOpened(fits);
  const link = opened.kind === 'link' ? opened.link : undefined;
  const from = link?.state;
  const looking = useMemo(() => lookingAt(link), [link]);
  const client = useMemo(() => openInWorker(scenario, first, from), [scenario, first, from]);
  const { goals, fitting, onView } = useGoals(first);
  const lab = 'goals' in scenario ? scenario : undefined;
  const { check, debrief, send } = useCheck({ client, lesson: lesson.slug, lab, locale });
  const held = goals.filter(({ state }) => state === 'holds').length;
  return (
    <>
      <LoneBar
        {...{ locale, site, path, lesson }}
        name={fill(lab ? say.lab.lab : say.lab.figure, { title: title[locale] })}
      >
        {lab && <span>{fill(say.lab.goals, { n: held, of: lab.goals.length })}</span>}
        <Share
          {...{ locale, title }}
          page={`/${locale}${path}`}
          widget={{ lesson: lesson.slug, lab: scenario.id }}
          moment={() => momentOf(client, scenario.id, longestLink.lab, looking.current)}
        />
        {lab && (
          <IdleButton className={`${styles.check} needs-script`} isIdle={check === 'checking'} onClick={send}>
            {words.task.check}
          </IdleButton>
        )}
      </LoneBar>
      <main id="text" tabIndex={-1} className={styles.lab}>
        <h1 className="unseen">{title[locale]}</h1>
        <Refused opened={opened} words={say} instead={say.insteadLab} />
        <div role="status" className={`${taskStyles.result} ${styles.result}`}>
          {lab && check !== undefined && <Result {...{ check, lab, words, locale }} isBrief />}
        </div>
        <Lab
          key={link === undefined ? 'beginning' : JSON.stringify(link)}
          layout="full"
          {...{ scenario, locale, first, client, onView, looking }}
          task={
            lab && (
              <TaskSide {...{ lab, goals, fitting, locale, client }}>
                {debrief && (
                  <Debrief {...{ debrief, lab, locale, client }} shortest={shortestOf(check)} heading="h2" />
                )}
              </TaskSide>
            )
          }
        />
      </main>
    </>
  );
}
