import type { Metadata } from 'next';
import styles from '@/app/_ui/class/class.module.css';
import { Join } from '@/app/_ui/class/join';
import { classWords } from '@/app/_ui/class/words';
import { alternates } from '@/app/_ui/kit/alternates';
import { Page } from '@/app/_ui/kit/page';
import { isLocale } from '@/lib/text';

interface JoinParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: JoinParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, lead } = classWords[locale].join;
  return { title, description: lead, alternates: alternates(locale, '/join') };
}

/** How a learner enters a class, or comes back. A code stands behind `#`, where no server and no other site is told it. */
export default async function JoinPage({ params }: JoinParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const words = classWords[locale];
  return (
    <Page locale={locale} path="/join">
      <div className={styles.opening}>
        <h1>{words.join.title}</h1>
        <p>{words.join.lead}</p>
      </div>
      <noscript>
        <p className={styles.noScript}>{words.join.noScript}</p>
      </noscript>
      <div className="needs-script">
        <Join locale={locale} words={words} />
      </div>
    </Page>
  );
}
