import type { LabView, WhyLink } from '@/lib/lab/view';
import { ruleWords } from '../machine/rule-words';
import { Coded } from './coded';
import { becauseWords, commandWords } from './command-words';
import styles from './why.module.css';
import { byWords, fill, type LabWords, seconds, shortName } from './words';

interface Props {
  readonly view: Pick<LabView, 'why'>;
  readonly words: LabWords;
}

/** The cause of the sentence in one line: what happened, when, and which command of the reader lies behind it. */
export function causeText(words: LabWords, why: readonly WhyLink[]): string {
  const fact =
    why.find((link) => link.key !== 'waits' && link.key !== 'command') ??
    why.find((link) => link.key === 'waits');
  const command = why.findLast((link) => link.command !== undefined)?.command;
  if (fact === undefined) return command === undefined || why[0] === undefined ? '' : linkText(words, why[0]);
  const ownDoing = fact.by === 'you';
  const values = { fact: linkText(words, fact), seconds: seconds(fact.atMs) };
  if (command === undefined || ownDoing) return fill(words.figure.cause, values);
  return fill(words.figure.causeBy, { ...values, because: becauseWords(words, command) });
}

/** One link of the chain in words. */
export function linkText(words: LabWords, link: WhyLink): string {
  return fill(words.why[link.key], {
    object: shortName(link.object),
    by: byWords(words, link.by),
    command: link.command === undefined ? shortName(link.object) : commandWords(words, link.command),
  });
}

export function CauseLine({
  view,
  words,
  open,
  onToggle,
}: Props & { readonly open: boolean; readonly onToggle?: () => void }) {
  const { why } = view;
  const text = causeText(words, why);
  return (
    <p className={styles.cause}>
      {text === '' ? '\u00a0' : <Coded text={`${text} `} />}
      {why.length > 0 && onToggle && (
        <button type="button" className={styles.why} aria-expanded={open} onClick={onToggle}>
          {words.figure.whyButton}
        </button>
      )}
      {why.length > 0 && (
        <span className={styles.count}>
          {' '}
          {why.length === 1 ? words.figure.oneCause : fill(words.figure.causes, { count: why.length })}
        </span>
      )}
    </p>
  );
}

/** The chain from the fact down to a command, each link with its moment. */
export function WhyChain({ view, words, onSeek }: Props & { readonly onSeek: (atMs: number) => void }) {
  return (
    <section className={styles.chain} aria-label={words.figure.whyTitle}>
      <ol>
        {view.why.map((link) => (
          <li key={`${link.key} ${link.object} ${link.atMs}`} data-end={link.key === 'command' || undefined}>
            <button
              type="button"
              aria-label={fill(words.figure.goTo, { seconds: seconds(link.atMs) })}
              onClick={() => onSeek(link.atMs)}
            >
              {fill(words.score.seconds, { seconds: seconds(link.atMs) })}
            </button>
            <span>
              {linkText(words, link)}
              {link.rule !== undefined && (
                <span className={styles.rule}> {ruleWords(words.locale, link.machine, link.rule)}</span>
              )}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
