'use client';
import type { DebriefRow } from '@/lib/lab/debrief';
import type { Effect } from '@/lib/lab/debrief-causes';
import { debriefLimits } from '@/lib/lab/debrief-limits';
import { lackId } from '@/lib/lab/lack';
import type { LabStatement } from '@/lib/lab/scenario';
import type { Locale } from '@/lib/text';
import { Coded } from './coded';
import { commandWords } from './command-words';
import styles from './debrief.module.css';
import { type DebriefWords, debriefWords } from './debrief-words';
import { GoalMark } from './goal-mark';
import { GapLines } from './lack';
import { objectName } from './lack-words';
import { MomentLink } from './moment-link';
import type { SessionClient } from './session-client';
import { fill, labWords, seconds } from './words';

interface Props {
  readonly row: DebriefRow;
  readonly lab: LabStatement;
  readonly locale: Locale;
  readonly client: SessionClient;
  /** All goals hold at the end. */
  readonly isSolved: boolean;
}

/** One command of the reader: its moment, its words, what it caused, which goals it decided, and the run without it. */
export function DebriefRowView({ row, lab, locale, client, isSolved }: Props) {
  const say = debriefWords[locale];
  const words = labWords[locale];
  const { atMs, line, commands, refusal, caused, goals, without } = row;
  const didNothing =
    caused.effects.length + caused.rollouts.length + goals.length === 0 && refusal === undefined;
  return (
    <li>
      <MomentLink atMs={atMs} client={client}>
        {fill(words.score.seconds, { seconds: seconds(atMs) })}
      </MomentLink>
      <div>
        <p className={styles.command}>
          {line === undefined ? (
            commands.map((command) => commandWords(words, command)).join(say.and)
          ) : (
            <code>{line}</code>
          )}
        </p>
        {refusal !== undefined && (
          <p className={styles.refusal}>
            {say.refused} <code>{refusal}</code>
          </p>
        )}
        <ul className={styles.caused}>
          {caused.effects.map((effect) => (
            <li key={`${effect.what} ${effect.kind}`}>{effectText(say, effect)}</li>
          ))}
          {caused.rollouts.map(({ key, updated, of }) => (
            <li key={key}>{fill(say.rollout, { object: objectName(key), updated, of })}</li>
          ))}
          {didNothing && <li>{say.nothing}</li>}
        </ul>
        {goals.map((turn) => (
          <GoalTurnLine key={`${turn.id} ${turn.atMs}`} {...{ turn, lab, locale, client }} />
        ))}
        <Without {...{ without, lab, locale, isSolved }} />
      </div>
    </li>
  );
}

/** "web-2 deleted, 27.0 s"; of many their number and the first names. */
function effectText(say: DebriefWords, { what, kind, names, count, atMs, untilMs }: Effect): string {
  const list = names.join(say.and);
  const objects =
    count > names.length
      ? fill(say.many, { count, kind, names: list })
      : kind === 'Pod'
        ? list
        : `${kind} ${list}`;
  const done = fill(say.effects[what], { names: objects });
  return fill(seconds(atMs) === seconds(untilMs) ? say.at : say.from, {
    what: done,
    seconds: seconds(atMs),
    to: seconds(untilMs),
  });
}

function GoalTurnLine({
  turn: { id, holds, atMs },
  lab,
  locale,
  client,
}: Pick<Props, 'lab' | 'locale' | 'client'> & { readonly turn: DebriefRow['goals'][number] }) {
  const say = debriefWords[locale];
  const goal = lab.goals.find((one) => one.id === id);
  const isOver = !holds && goal?.when === 'always';
  const became = holds ? say.met : isOver ? say.broke : say.lost;
  return (
    <p className={styles.turn}>
      <GoalMark state={holds ? 'holds' : isOver ? 'failed' : 'open'} />
      <span>
        <Coded text={goal?.text[locale] ?? id} />
        <span className={styles.when}>
          <MomentLink atMs={atMs} client={client} isInText>
            {fill(became, { seconds: seconds(atMs) })}
          </MomentLink>
        </span>
      </span>
    </p>
  );
}

/** What would be otherwise without a command: each goal that would hold, and each lack once. */
function Without({
  without,
  lab,
  locale,
  isSolved,
}: Pick<Props, 'lab' | 'locale' | 'isSolved'> & Pick<DebriefRow, 'without'>) {
  const say = debriefWords[locale];
  if (without === undefined) return <p>{fill(say.notTried, { count: debriefLimits.runs })}</p>;
  if (without.length === 0) return <p>{isSolved ? say.neededNot : say.sameWithout}</p>;
  const lacks = new Map(without.flatMap(({ gap = [] }) => gap).map((lack) => [lackId(lack), lack]));
  return (
    <div>
      <p>{say.without}</p>
      <div className={styles.otherwise}>
        {without
          .filter(({ state }) => state === 'holds')
          .map(({ id }) => (
            <p key={id}>
              <Coded
                text={fill(say.wouldHold, {
                  goal: lab.goals.find((one) => one.id === id)?.text[locale] ?? id,
                })}
              />
            </p>
          ))}
        <GapLines gap={[...lacks.values()]} locale={locale} client={undefined} />
      </div>
    </div>
  );
}
