import { words } from '@/app/_ui/words';
import type { Locale } from '@/lib/text';
import styles from './footer.module.css';
import page from './page.module.css';

/** What Podium is, which Kubernetes the model follows, where progress is kept. */
export function Footer({ locale }: { readonly locale: Locale }) {
  const say = words[locale].footer;
  return (
    <footer className={styles.footer}>
      <div className={`${page.inner} ${styles.row}`}>
        <p className={styles.what}>{say.what}</p>
        <p>
          <a href={`/${locale}/truth`}>{say.model}</a>
        </p>
        <p>{say.kept}</p>
      </div>
    </footer>
  );
}
