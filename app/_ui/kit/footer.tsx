import { words } from '@/app/_ui/words';
import type { Locale } from '@/lib/text';
import styles from './footer.module.css';
import { KeepOffline } from './keep-offline';
import page from './page.module.css';

/** What Podium is, which Kubernetes the model follows, the ways to the study notes, the glossary and classes, where progress and the course are kept. */
export function Footer({ locale }: { readonly locale: Locale }) {
  const say = words[locale].footer;
  return (
    <footer className={styles.footer}>
      <div className={`${page.inner} ${styles.row}`}>
        <p className={styles.what}>{say.what}</p>
        <div>
          <p>
            <a href={`/${locale}/truth`}>{say.model}</a>
          </p>
          <p className={styles.ways}>
            <a href={`/${locale}/notes`}>{say.notes}</a> <a href={`/${locale}/glossary`}>{say.glossary}</a>
          </p>
          <p className={styles.ways}>
            <a href={`/${locale}/teach`}>{say.teach}</a> <a href={`/${locale}/join`}>{say.join}</a>
          </p>
        </div>
        <div>
          <p>{say.kept}</p>
          <KeepOffline locale={locale} kept={say.offline} />
        </div>
      </div>
    </footer>
  );
}
