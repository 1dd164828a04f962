'use client';
import { Fragment, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import { bodyOf, decides } from './decides';
import { type FoldRow, failedAt, lookupText, type RuleRow, whyNotTaken } from './rule-rows';
import type { RuleWords } from './rule-words';
import styles from './rules.module.css';

/** Called with the index of a place in the moment's gap and of a rule in its hook. */
export type OnRule = (place: number, rule: number) => void;

interface RuleProps {
  readonly row: RuleRow;
  readonly place: number;
  readonly words: RuleWords;
  readonly onRule: OnRule | undefined;
}

/** A rule with what kept it from taking the packet, and below it what was looked up for it. */
export function Rule({ row: { asked, at, phase, lookups }, place, words, onRule }: RuleProps) {
  const isLater = phase === 'later';
  const { unmatched } = asked;
  const body = bodyOf(asked);
  const note =
    unmatched === undefined || isLater
      ? undefined
      : lookups.some((lookup) => failedAt(asked, lookup))
        ? words.rules.notTakenThere
        : fill(words.rules.notTaken, { why: whyNotTaken(words, unmatched) });
  return (
    <>
      <li
        className={styles.rule}
        data-phase={phase}
        data-missed={(unmatched !== undefined && !isLater) || undefined}
        data-decides={(!isLater && decides(asked, lookups)) || undefined}
        aria-current={phase === 'now' ? 'step' : undefined}
      >
        <Chain name={asked.chain} />
        <div>
          {onRule ? (
            <button type="button" title={words.rules.goTo} onClick={() => onRule(place, at)}>
              <Body text={body} />
            </button>
          ) : (
            <Body text={body} />
          )}
          {note !== undefined && <p>{note}</p>}
        </div>
      </li>
      {!isLater &&
        lookups.map((lookup) => (
          <li
            key={`${lookup.in} ${lookup.key}`}
            className={styles.lookup}
            data-missed={lookup.found === undefined || undefined}
          >
            <p>{lookupText(words, lookup)}</p>
          </li>
        ))}
    </>
  );
}

/** A rule's text; its options are never broken at their hyphens. */
function Body({ text }: { readonly text: string }) {
  // The words of one rule never change their order.
  const parts = text.split(/(?= )/).map((part, at) => ({ part, key: `${at} ${part}` }));
  return (
    <code lang="en">
      {parts.map(({ part, key }) =>
        /^ ?-/.test(part) ? (
          <Fragment key={key}>
            {part.startsWith(' ') && ' '}
            <span className={styles.option}>{part.trimStart()}</span>
          </Fragment>
        ) : (
          part
        ),
      )}
    </code>
  );
}

/** A chain's name, shortened in its middle where it does not fit: the end tells chains of one kind apart. */
function Chain({ name }: { readonly name: string }) {
  return (
    <code className={styles.chain} lang="en" title={name}>
      <span>{name.slice(0, -4)}</span>
      <span>{name.slice(-4)}</span>
    </code>
  );
}

interface FoldProps {
  readonly fold: FoldRow;
  readonly place: number;
  readonly words: RuleWords;
  readonly onRule: OnRule | undefined;
}

/** Rules that are folded away until they are asked for. */
export function Fold({ fold: { rows }, place, words, onRule }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen) return rows.map((row) => <Rule key={row.at} {...{ row, place, words, onRule }} />);
  const text = rows[0]?.phase === 'later' ? words.rules.moreNotYet : words.rules.more;
  return (
    <li className={styles.fold}>
      <button type="button" aria-expanded={false} onClick={() => setOpen(true)}>
        {fill(text, { n: rows.length.toLocaleString('en') })}
      </button>
    </li>
  );
}
