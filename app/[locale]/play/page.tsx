import '@/app/_ui/language/both';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { alternates } from '@/app/_ui/kit/alternates';
import { emptyCluster } from '@/app/_ui/lone/cluster';
import { LivingPlayground } from '@/app/_ui/lone/living';
import styles from '@/app/_ui/lone/lone.module.css';
import { LonePage } from '@/app/_ui/lone/lone-page';
import { loneWords } from '@/app/_ui/lone/words';
import { getExamples } from '@/lib/course/examples';
import { createSession } from '@/lib/lab/create-session';
import { playNodes } from '@/lib/lab/examples';
import { isLocale } from '@/lib/text';

interface PlayParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: PlayParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, lead } = loneWords[locale].play;
  return { title, description: lead, alternates: alternates(locale, '/play', title) };
}

/** The playground: an empty cluster, and examples to load into it. A link with a cluster behind `#` opens here. */
export default async function PlayPage({ params }: PlayParams) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const say = loneWords[locale].play;
  const first = createSession(emptyCluster(playNodes.usual, locale).scenario).view();
  return (
    <LonePage locale={locale} path="/play">
      <LivingPlayground {...{ locale, first }} examples={getExamples()}>
        <div className={styles.opening}>
          <h1>{say.title}</h1>
          <p>{say.lead}</p>
          <noscript>
            <p>{say.noScript}</p>
          </noscript>
        </div>
      </LivingPlayground>
    </LonePage>
  );
}
