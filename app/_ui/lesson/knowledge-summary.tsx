import { counted } from '@/app/_ui/review/reader-dates';
import type { KnowledgeOfConcepts } from '@/lib/review/public';
import type { Locale } from '@/lib/text';
import styles from './knowledge.module.css';
import { KnowledgeLegend } from './knowledge-concepts';
import type { KnowledgeWords } from './knowledge-words';

interface SummaryProps {
  readonly known: KnowledgeOfConcepts;
  readonly locale: Locale;
  readonly words: KnowledgeWords;
}

/** How much is solid and how much fades, as a sentence; the way to what is due; what the inks mean. */
export function KnowledgeSummary({ known, locale, words }: SummaryProps) {
  const due = known.concepts.filter(({ dueDay }) => dueDay !== undefined && dueDay <= known.today).length;
  return (
    <div className={styles.summary}>
      <p className={styles.sentence}>{summarySentence(known, locale, words)}</p>
      <p>
        {due > 0 && <span>{counted(locale, words.due, due)}</span>}{' '}
        <a href={`/${locale}/review`}>{words.review}</a>
      </p>
      <KnowledgeLegend words={words} />
    </div>
  );
}

export function summarySentence(
  { concepts }: KnowledgeOfConcepts,
  locale: Locale,
  { summary, fading }: KnowledgeWords,
): string {
  const count = (wanted: string) => concepts.filter(({ state }) => state === wanted).length;
  const solid = count('solid');
  const first = counted(locale, solid === 0 ? summary.none : summary.solid, solid, { of: concepts.length });
  const fades = count('fading');
  if (fades === 0) return first;
  return [first, counted(locale, fading, fades)].join(locale === 'zh' ? '' : ' ');
}
