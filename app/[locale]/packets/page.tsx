import type { Metadata } from 'next';
import { alternates } from '@/app/_ui/kit/alternates';
import { InlineText } from '@/app/_ui/kit/inline-text';
import opening from '@/app/_ui/kit/opening.module.css';
import { Page } from '@/app/_ui/kit/page';
import { LivingScale } from '@/app/_ui/lesson/living';
import { packetPageWords } from '@/app/_ui/network/page-words';
import { Roads } from '@/app/_ui/network/roads';
import { getPacketPaths } from '@/lib/course/packets';
import { isLocale } from '@/lib/text';
import styles from './packets.module.css';

interface PacketsParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: PacketsParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, lead } = packetPageWords[locale];
  return { title, description: lead, alternates: alternates(locale, '/packets') };
}

/** The ways that a packet can be followed on, as a table of contents; then the roads into a cluster, and what rules cost. */
export default async function PacketsPage({ params }: PacketsParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const say = packetPageWords[locale];
  const paths = getPacketPaths();
  return (
    <Page locale={locale} path="/packets">
      <div className={opening.opening}>
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        <noscript>
          <p className={styles.noScript}>{say.noScript}</p>
        </noscript>
      </div>
      <section className={styles.part} aria-labelledby="ways">
        <h2 id="ways">{say.paths}</h2>
        <ol className={styles.paths}>
          {paths.map(({ id, title, question }, at) => (
            <li key={id}>
              <span className={styles.number}>{at + 1}</span>
              <a href={`/${locale}/packets/${id}`}>{title[locale]}</a>
              <span className={styles.question}>
                <InlineText text={question[locale]} />
              </span>
            </li>
          ))}
        </ol>
      </section>
      <Roads locale={locale} />
      <section className={styles.part} aria-labelledby="scale">
        <h2 id="scale">{say.scale}</h2>
        <LivingScale locale={locale} number={String(paths.length + 1)} />
      </section>
    </Page>
  );
}
