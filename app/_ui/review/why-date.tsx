import { fill } from '@/app/_ui/fill';
import type { RatedDay, ReviewedConcept } from '@/lib/review/public';
import type { Locale } from '@/lib/text';
import { counted, dayText, numberText, percentText } from './reader-dates';
import styles from './why-date.module.css';
import type { WhyWords } from './words';

interface WhyDateProps {
  readonly concept: ReviewedConcept;
  readonly today: string;
  readonly locale: Locale;
  readonly words: WhyWords;
}

/** Everything that a date is made of: the rule that made it, what FSRS holds of the concept, the days that counted. */
export function WhyDate({ concept, today, locale, words }: WhyDateProps) {
  const { retrievability, stabilityDays, difficulty, reviews, lapses, ratings } = concept;
  const asked = {
    days: counted(locale, words.reviews, reviews),
    lapses: lapses === 0 ? words.neverLapsed : counted(locale, words.lapses, lapses),
  };
  return (
    <div className={styles.why}>
      <dl className={styles.facts}>
        <dt>{words.date}</dt>
        <dd>{ruleText(concept, today, locale, words)}</dd>
        <dt>{words.chance}</dt>
        <dd>{isAnswered(concept, today) ? words.chanceLater : percentText(locale, retrievability)}</dd>
        <dt>{words.memory}</dt>
        <dd>
          {counted(locale, words.memoryText, Math.round(stabilityDays * 10) / 10, {
            level: words.memoryLevels[memoryLevel(stabilityDays)],
          })}
        </dd>
        <dt>{words.difficulty}</dt>
        <dd>
          {fill(words.difficultyText, {
            level: words.difficultyLevels[difficultyLevel(difficulty)],
            value: numberText(locale, difficulty),
          })}
        </dd>
        <dt>{words.asked}</dt>
        <dd>{fill(words.askedText, asked)}</dd>
      </dl>
      {ratings.length > 0 && <RatedDays {...{ ratings, today, locale, words }} />}
    </div>
  );
}

/** On the day of an answer its explanation was read: the chance of a moment later says nothing. */
export const isAnswered = ({ ratings }: ReviewedConcept, today: string): boolean => ratings[0]?.day === today;

/** The latest day that counted made the date. */
function ruleText(
  { ratings, requestedRetention }: ReviewedConcept,
  today: string,
  locale: Locale,
  words: WhyWords,
): string {
  const [latest] = ratings;
  if (latest === undefined) return words.noRating;
  const form = latest.rating === 'again' ? words.ruleAgain : words.rule;
  return counted(locale, form, latest.intervalDays, {
    day: dayText(locale, latest.day, today),
    reason: words.reasons[latest.reason],
    rating: words.ratings[latest.rating],
    retention: percentText(locale, requestedRetention),
  });
}

export const memoryLevel = (stabilityDays: number): 'short' | 'weeks' | 'months' =>
  stabilityDays < 14 ? 'short' : stabilityDays < 60 ? 'weeks' : 'months';

/** FSRS counts from 1 to 10. */
export const difficultyLevel = (difficulty: number): 'low' | 'medium' | 'high' =>
  difficulty < 4 ? 'low' : difficulty < 7 ? 'medium' : 'high';

interface RatedDaysProps extends Omit<WhyDateProps, 'concept'> {
  readonly ratings: readonly RatedDay[];
}

function RatedDays({ ratings, today, locale, words }: RatedDaysProps) {
  return (
    <>
      <table className={styles.days}>
        <caption>{words.days}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.day}</th>
            <th scope="col">{words.columns.answer}</th>
            <th scope="col">{words.columns.rating}</th>
            <th scope="col">{words.columns.interval}</th>
          </tr>
        </thead>
        <tbody>
          {ratings.map(({ day, reason, rating, intervalDays }) => (
            <tr key={day}>
              <th scope="row">{dayText(locale, day, today)}</th>
              <td>{words.reasons[reason]}</td>
              <td>{words.ratings[rating]}</td>
              <td>{counted(locale, words.interval, intervalDays)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>{words.firstOnly}</p>
    </>
  );
}
