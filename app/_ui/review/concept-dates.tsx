import { fill } from '@/app/_ui/fill';
import type { ReviewedConcept, ReviewState } from '@/lib/review/public';
import type { Locale } from '@/lib/text';
import styles from './concept-dates.module.css';
import { dayText, percentText, relativeDay } from './reader-dates';
import { isAnswered, WhyDate } from './why-date';
import type { ReviewWords } from './words';

interface ListProps {
  readonly state: ReviewState;
  readonly locale: Locale;
  readonly words: ReviewWords;
}

/** The concepts that are due, each with why. */
export function DueList({ state, ...shared }: ListProps) {
  const { dates, datesLead } = shared.words;
  return <Concepts id="due" title={dates} lead={datesLead} concepts={state.due} state={state} {...shared} />;
}

/** What is not due yet, by its date. */
export function LaterList({ state, ...shared }: ListProps) {
  const { later, laterLead } = shared.words;
  return (
    <Concepts id="later" title={later} lead={laterLead} concepts={state.later} state={state} {...shared} />
  );
}

interface ConceptsProps extends ListProps {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly concepts: readonly ReviewedConcept[];
}

function Concepts({ id, title, lead, concepts, ...shared }: ConceptsProps) {
  if (concepts.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{lead}</p>
      <ul className={styles.rows}>
        {concepts.map((concept) => (
          <li key={concept.concept}>
            <ConceptRow concept={concept} {...shared} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A concept as a line that opens: its date, its name, its lesson; within it why it has this date. */
function ConceptRow({
  concept,
  state: { today },
  locale,
  words,
}: ListProps & { readonly concept: ReviewedConcept }) {
  const { title, lesson, dueDay, inDays, retrievability } = concept;
  const chance = percentText(locale, retrievability);
  return (
    <div className={styles.row}>
      <p className={styles.date}>
        <time dateTime={dueDay}>{dayText(locale, dueDay, today)}</time>
        <span>{relativeDay(locale, inDays)}</span>
      </p>
      <p className={styles.title}>{title}</p>
      <p className={styles.lesson}>
        {lesson.isWritten ? <a href={`/${locale}/learn/${lesson.slug}`}>{lesson.title}</a> : lesson.title}
      </p>
      <details className={styles.why}>
        <summary>
          {words.why.open}
          <span className="unseen">: {title}</span>
          <span className={styles.chance}>
            {isAnswered(concept, today) ? words.answeredToday : fill(words.known, { chance })}
          </span>
        </summary>
        <WhyDate concept={concept} today={today} locale={locale} words={words.why} />
      </details>
    </div>
  );
}
