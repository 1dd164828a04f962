import { fill } from '@/app/_ui/fill';
import { InlineText } from '@/app/_ui/kit/inline-text';
import { words } from '@/app/_ui/words';
import { getClaim } from '@/lib/course/claims';
import { noteNumber } from '@/lib/course/notes';
import type { Locale } from '@/lib/text';
import styles from './note.module.css';
import { VerdictMark } from './verdict-mark';

/** A sentence of the study notes, the verdict on it, and what holds today. */
export function ClaimNote({ id, locale }: { readonly id: string; readonly locale: Locale }) {
  const claim = getClaim(id);
  const say = words[locale];
  const title = fill(say.claim.note, { n: noteNumber(id) });
  return (
    <div role="note" className={styles.note} id={id} aria-label={title}>
      <p className={styles.title}>
        <a href={`/${locale}/notes#${id}`}>{title}</a>
      </p>
      <blockquote className={styles.quote}>
        <p>{locale === 'zh' ? `“${claim.quote.zh}”` : `“${claim.quote.en}”`}</p>
      </blockquote>
      <p className={styles.verdict}>
        <VerdictMark verdict={claim.verdict} />
        {say.verdicts[claim.verdict]}
      </p>
      <p>
        <InlineText text={claim.today[locale]} />
      </p>
    </div>
  );
}
