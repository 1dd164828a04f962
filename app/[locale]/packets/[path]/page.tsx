import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { alternates } from '@/app/_ui/kit/alternates';
import { InlineText } from '@/app/_ui/kit/inline-text';
import { Page } from '@/app/_ui/kit/page';
import { LivingPacket } from '@/app/_ui/lesson/living';
import { packetPageWords } from '@/app/_ui/network/page-words';
import { getPacketPaths, getPacketScenario } from '@/lib/course/packets';
import { isLocale } from '@/lib/text';
import styles from '../packets.module.css';

export const dynamicParams = false;
export const generateStaticParams = () => getPacketPaths().map(({ id }) => ({ path: id }));

interface PathParams {
  readonly params: Promise<{ readonly locale: string; readonly path: string }>;
}

async function pathOf(params: PathParams['params']) {
  const { locale, path } = await params;
  const paths = getPacketPaths();
  const at = paths.findIndex(({ id }) => id === path);
  const scenario = getPacketScenario(path);
  if (!isLocale(locale) || !scenario) notFound();
  return { locale, scenario, number: String(at + 1), before: paths[at - 1], after: paths[at + 1] };
}

export async function generateMetadata({ params }: PathParams): Promise<Metadata> {
  const { locale, scenario } = await pathOf(params);
  return {
    title: scenario.title[locale],
    description: scenario.question[locale].replaceAll('`', ''),
    alternates: alternates(locale, `/packets/${scenario.id}`),
  };
}

/** One way of a packet: its question, and the figure that answers it. */
export default async function PathPage({ params }: PathParams) {
  const { locale, scenario, number, before, after } = await pathOf(params);
  const say = packetPageWords[locale];
  const to = (id: string) => `/${locale}/packets/${id}`;
  return (
    <Page locale={locale} path={`/packets/${scenario.id}`}>
      <div className={styles.path}>
        <p className={styles.back}>
          <a href={`/${locale}/packets`}>{say.title}</a>
        </p>
        <h1>{scenario.title[locale]}</h1>
        <p className={styles.lead}>
          <InlineText text={scenario.question[locale]} />
        </p>
        <LivingPacket {...{ scenario, locale, number }} />
        <nav className={styles.beside} aria-label={say.all}>
          {before && (
            <a href={to(before.id)}>
              <span>{say.before}</span>
              {before.title[locale]}
            </a>
          )}
          {after && (
            <a className={styles.after} href={to(after.id)}>
              <span>{say.after}</span>
              {after.title[locale]}
            </a>
          )}
        </nav>
      </div>
    </Page>
  );
}
