import { fill } from '@/app/_ui/fill';
import { Sign } from '@/app/_ui/quiz/sign';
import { counted, dayText, percentText } from '@/app/_ui/review/reader-dates';
import type { KnownConcept, KnownTry } from '@/lib/review/public';
import type { KnowledgeReason } from '@/lib/statistics/knowledge';
import type { Locale } from '@/lib/text';
import styles from './knowledge-because.module.css';
import type { KnowledgeWords } from './knowledge-words';

interface BecauseProps {
  readonly concept: KnownConcept;
  readonly today: string;
  readonly locale: Locale;
  readonly words: KnowledgeWords;
}

/** Each rule that was asked, with what it has and what it needs, and the tries that all of them rest on. */
export function Because({ concept: { because, tries }, today, locale, words }: BecauseProps) {
  return (
    <div className={styles.because}>
      <ol className={styles.rules}>
        {because.map((reason) => (
          <li key={reason.rule} data-holds={reason.holds}>
            <Sign isRight={reason.holds} title={reason.holds ? words.signs.holds : words.signs.fails} />
            <span>
              {reasonText(reason, tries.length, locale, words)}
              <RestsOn {...{ reason, tries, today, locale, words }} />
            </span>
          </li>
        ))}
      </ol>
      {tries.length > 0 && (
        <>
          <p className={styles.title}>{words.tries}</p>
          <ul className={styles.tries}>
            {tries.map((one) => (
              <li key={one.id}>
                <time dateTime={one.day}>{dayText(locale, one.day, today)}</time>
                <span>{words.results[resultOf(one)]}</span>
                <span>{words.where[one.where]}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

const resultOf = ({ isRight, isAided }: KnownTry) => (!isRight ? 'wrong' : isAided ? 'aided' : 'right');

/** A rule in words. `has` is a number of tries, days or variants, and of `isRemembered` a chance. */
export function reasonText(
  { rule, holds, has, needs }: KnowledgeReason,
  of: number,
  locale: Locale,
  { rules }: KnowledgeWords,
): string {
  const form = rules[rule][holds ? 'holds' : 'fails'];
  const shown =
    rule === 'isRemembered'
      ? { has: percentText(locale, has), needs: percentText(locale, needs) }
      : { has, needs };
  return counted(locale, form, has, { ...shown, of });
}

interface RestsOnProps extends Omit<BecauseProps, 'concept'> {
  readonly reason: KnowledgeReason;
  readonly tries: readonly KnownTry[];
}

/** The dates of the tries that count for a rule, each once; nothing where these are all that there are. */
function RestsOn({ reason, tries, today, locale, words }: RestsOnProps) {
  const days = tries.filter(({ id }) => reason.tries.includes(id)).map(({ day }) => day);
  if (days.length === 0) return null;
  const shown = [...new Set(days)].map((day) => dayText(locale, day, today));
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(shown);
  return <small>{fill(words.restsOn, { days: list })}</small>;
}
