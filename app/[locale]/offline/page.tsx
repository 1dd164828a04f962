import type { Metadata } from 'next';
import { offlinePageWords } from '@/app/_ui/kit/offline-page-words';
import opening from '@/app/_ui/kit/opening.module.css';
import { Page } from '@/app/_ui/kit/page';
import styles from '@/app/_ui/search/search.module.css';
import { words } from '@/app/_ui/words';
import { getLessons } from '@/lib/course/lessons';
import { isLocale } from '@/lib/text';

interface OfflineParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: OfflineParams): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: offlinePageWords[locale].title, robots: { index: false } } : {};
}

/** Shown without a connection in place of a page that the browser does not keep: what needs the server, and what is here. */
export default async function OfflinePage({ params }: OfflineParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const say = offlinePageWords[locale];
  return (
    <Page locale={locale} path="/">
      <div className={opening.opening}>
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        <p>{say.needs}</p>
      </div>
      <section className={styles.course} aria-labelledby="course">
        <h2 id="course">{words[locale].home.course}</h2>
        <p>{say.kept}</p>
        <ol>
          {getLessons()
            .filter((lesson) => lesson.written)
            .map((lesson) => (
              <li key={lesson.slug} value={lesson.number}>
                <a href={`/${locale}/learn/${lesson.slug}`}>{lesson.title[locale]}</a>
              </li>
            ))}
        </ol>
      </section>
    </Page>
  );
}
