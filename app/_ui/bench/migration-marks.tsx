'use client';
import type { ReactNode } from 'react';
import type { Break, Marks, Stood } from '@/lib/lab/migration-marks';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { LackLine } from '../lab/lack';
import { MomentLink } from '../lab/moment-link';
import type { SessionClient } from '../lab/session-client';
import { seconds } from '../lab/words';
import styles from './migration-board.module.css';
import type { MigrationWords } from './migration-words';

interface Given {
  readonly say: MigrationWords;
  readonly locale: Locale;
  readonly client: SessionClient;
}

/** The three criteria with their marks, and below each the moments or objects that cost something. */
export function MarksOf({ marks, ...given }: Given & { readonly marks: Marks | undefined }) {
  const { say } = given;
  return (
    <section className={styles.marks} aria-label={say.marks}>
      <h3>{say.marks}</h3>
      {marks === undefined ? (
        <p>{say.notApplied}</p>
      ) : (
        <dl>
          <Mark label={say.criteria.page} said={pageSaid(say, marks.page)}>
            <Costs {...given} stood={marks.page} />
          </Mark>
          <Mark label={say.criteria.rows} said={rowsSaid(say, marks.rows)}>
            <Costs {...given} stood={marks.rows} />
          </Mark>
          <NeedlessOf {...{ marks, say }} />
        </dl>
      )}
    </section>
  );
}

const at = ({ moment }: MigrationWords, ms: number): string => fill(moment, { seconds: seconds(ms) });

function pageSaid(say: MigrationWords, { sinceMs, share }: Stood): string {
  if (sinceMs === undefined) return say.page.never;
  // What was away for a moment is not the whole time.
  const percent = share === 1 ? 100 : Math.min(99.9, Math.round(share * 1_000) / 10);
  return fill(say.page.share, { share: String(percent), from: at(say, sinceMs) });
}

function rowsSaid(say: MigrationWords, { sinceMs, isNow }: Stood): string {
  if (sinceMs === undefined) return say.rows.never;
  return isNow ? say.rows.there : say.rows.away;
}

function NeedlessOf({ marks, say }: { readonly marks: Marks; readonly say: MigrationWords }) {
  const count = marks.needless.reduce((sum, { tooMany }) => sum + tooMany, 0);
  const said = count === 0 ? say.needless.none : fill(say.needless.some, { count });
  return (
    <Mark label={say.criteria.needless} said={said}>
      {marks.needless.map(({ what, tooMany }) => (
        <li key={what}>{fill(say.needlessOf[what], { count: tooMany })}</li>
      ))}
    </Mark>
  );
}

function Mark({
  label,
  said,
  children,
}: {
  readonly label: string;
  readonly said: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.mark}>
      <dt>{label}</dt>
      <dd>
        <p className={styles.said}>{said}</p>
        <ul>{children}</ul>
      </dd>
    </div>
  );
}

/** Breaks that are listed; of more the last ones. */
const mostBreaks = 5;

function Costs({ stood, ...given }: Given & { readonly stood: Stood }) {
  const { locale, client } = given;
  const [lack] = stood.gap;
  if (stood.sinceMs === undefined)
    return lack ? (
      <li>
        <LackLine {...{ lack, locale, client }} />
      </li>
    ) : null;
  return stood.breaks.slice(-mostBreaks).map((one) => <BreakLine key={one.fromMs} one={one} {...given} />);
}

function BreakLine({ one, say, locale, client }: Given & { readonly one: Break }) {
  const [lack] = one.gap;
  return (
    <li>
      <MomentLink atMs={one.fromMs} client={client} isInText>
        {fill(say.from, { from: at(say, one.fromMs), to: at(say, one.toMs) })}
      </MomentLink>{' '}
      {lack && <LackLine {...{ lack, locale, client }} />}
    </li>
  );
}
