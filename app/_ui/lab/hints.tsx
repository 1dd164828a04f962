'use client';
import { useState } from 'react';
import { type Lack, lackId } from '@/lib/lab/lack';
import type { LabStatement } from '@/lib/lab/scenario';
import type { LabView } from '@/lib/lab/view';
import type { Locale } from '@/lib/text';
import { Coded } from './coded';
import styles from './hints.module.css';
import { hintWords } from './hints-words';
import { LackLine } from './lack';
import { MomentLink } from './moment-link';
import type { SessionClient } from './session-client';
import { fill, labWords, seconds } from './words';

/** A hint that was given: the author's, by its place, or what was missing for a goal when it was asked for. */
export type Given = { readonly hint: number } | { readonly goal: string; readonly lack: Lack };

type Goals = LabView['goals'];

const idOf = (given: Given): string =>
  'hint' in given ? `hint ${given.hint}` : `${given.goal} ${lackId(given.lack)}`;

/** What is missing now, goal by goal. What a goal over time lacked when it failed can't be had any more. */
const missing = (goals: Goals) =>
  goals.flatMap(({ id, state, gap = [] }) =>
    state === 'open' ? gap.map((lack) => ({ goal: id, lack })) : [],
  );

/**
 * The next hint: of those that the author wrote the first that fits now and was not given yet; where none is left, the
 * first thing that is missing and was not said yet. Undefined when there is nothing to say, as where every goal holds.
 */
export function nextHint(
  given: readonly Given[],
  fitting: readonly number[],
  goals: Goals,
): Given | undefined {
  if (goals.length > 0 && goals.every(({ state }) => state === 'holds')) return undefined;
  const told = new Set(given.map(idOf));
  const isNew = (one: Given) => !told.has(idOf(one));
  return fitting.map((hint) => ({ hint })).find(isNew) ?? missing(goals).find(isNew);
}

/** Whether what a hint is about is still so. */
export function stillFits(given: Given, fitting: readonly number[], goals: Goals): boolean {
  if ('hint' in given) return fitting.includes(given.hint);
  return missing(goals).some((one) => idOf(one) === idOf(given));
}

/** Since when no run that goes on from here reaches all goals, ms: what has to hold at every moment did not. Undefined while one may. */
export function lostSinceMs(goals: Goals): number | undefined {
  const failed = goals.flatMap(({ state, sinceMs }) => (state === 'failed' ? [sinceMs ?? 0] : []));
  return failed.length === 0 ? undefined : Math.min(...failed);
}

export interface HintsProps {
  readonly lab: LabStatement;
  readonly goals: Goals;
  /** Places of the hints that fit now; until an engine says so, of those that always fit. */
  readonly fitting: readonly number[] | undefined;
  readonly locale: Locale;
  readonly client: SessionClient | undefined;
}

/** Hints one by one; each stays once it was asked for, and is set back while it does not fit. A run that is lost is told so unasked. */
export function Hints({ lab, goals, fitting: told, locale, client }: HintsProps) {
  const fitting = told ?? lab.hints.flatMap(({ when }, place) => (when === undefined ? [place] : []));
  const { task } = labWords[locale];
  const say = hintWords[locale];
  const [given, setGiven] = useState<readonly Given[]>([]);
  const next = nextHint(given, fitting, goals);
  const written: readonly Given[] = given.filter((one) => 'hint' in one);
  const of = lab.hints.length;
  const lostMs = lostSinceMs(goals);
  const isEmpty = next === undefined && given.length === 0 && lostMs === undefined;
  return (
    <div className={isEmpty ? undefined : styles.hints}>
      <div role="status">{lostMs !== undefined && <Lost {...{ lostMs, locale, client }} />}</div>
      <div aria-live="polite" aria-relevant="additions">
        {given.map((one) => {
          const place = written.indexOf(one) + 1;
          const fits = stillFits(one, fitting, goals);
          return (
            <div key={idOf(one)} className={styles.hint} data-settled={fits ? undefined : ''}>
              <b>{place > 0 ? fill(task.hintOf, { n: place, of }) : say.missing}</b>
              <span className={styles.settled}>{fits ? '' : 'hint' in one ? say.unfit : say.settled}</span>
              <p>
                <HintText {...{ given: one, lab, locale, client }} />
              </p>
            </div>
          );
        })}
      </div>
      {next && (
        <button type="button" className={styles.more} onClick={() => setGiven([...given, next])}>
          {'hint' in next ? `${task.hint} (${written.length + 1}/${of})` : say.show}
        </button>
      )}
    </div>
  );
}

function Lost({
  lostMs,
  locale,
  client,
}: Pick<HintsProps, 'locale' | 'client'> & { readonly lostMs: number }) {
  const say = hintWords[locale];
  const { reset } = labWords[locale].transport;
  const [before = '', after = ''] = say.lost.split('{moment}').map((part) => fill(part, { reset }));
  return (
    <p className={styles.lost}>
      {before}
      <MomentLink atMs={lostMs} client={client} isInText>
        {fill(say.moment, { seconds: seconds(lostMs) })}
      </MomentLink>
      {after}
    </p>
  );
}

function HintText({
  given,
  lab,
  locale,
  client,
}: Pick<HintsProps, 'lab' | 'locale' | 'client'> & { readonly given: Given }) {
  if ('hint' in given) return <Coded text={lab.hints[given.hint]?.[locale] ?? ''} />;
  return <LackLine lack={given.lack} locale={locale} client={client} />;
}
