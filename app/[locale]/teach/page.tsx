import type { Metadata } from 'next';
import styles from '@/app/_ui/class/class.module.css';
import { Teach } from '@/app/_ui/class/teach';
import { classWords } from '@/app/_ui/class/words';
import { alternates } from '@/app/_ui/kit/alternates';
import { Page } from '@/app/_ui/kit/page';
import { isLocale } from '@/lib/text';

interface TeachParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: TeachParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, lead } = classWords[locale].teach;
  return { title, description: lead, alternates: alternates(locale, '/teach') };
}

/** An instructor's classes. Which one is shown stands behind `#`; the page is the same for everybody. */
export default async function TeachPage({ params }: TeachParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const words = classWords[locale];
  return (
    <Page locale={locale} path="/teach">
      <noscript>
        <div className={styles.opening}>
          <h1>{words.teach.title}</h1>
          <p>{words.teach.lead}</p>
          <p className={styles.noScript}>{words.teach.noScript}</p>
        </div>
      </noscript>
      <div className="needs-script">
        <Teach locale={locale} words={words} />
      </div>
    </Page>
  );
}
