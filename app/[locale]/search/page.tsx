import type { Metadata } from 'next';
import { alternates } from '@/app/_ui/kit/alternates';
import opening from '@/app/_ui/kit/opening.module.css';
import { Page } from '@/app/_ui/kit/page';
import styles from '@/app/_ui/search/search.module.css';
import { SearchPage } from '@/app/_ui/search/search-page';
import { searchWords } from '@/app/_ui/search/words';
import { getLessons } from '@/lib/course/lessons';
import { isLocale } from '@/lib/text';

interface SearchParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: SearchParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, lead } = searchWords[locale];
  return { title, description: lead, alternates: alternates(locale, '/search') };
}

/** All that a query finds, `?q=`. The page is the same for each query: what is found is worked out in the browser. */
export default async function Search({ params }: SearchParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const say = searchWords[locale];
  const written = getLessons().filter((lesson) => lesson.written);
  return (
    <Page locale={locale} path="/search">
      <div className={opening.opening}>
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        <noscript>
          <p className={opening.noScript}>{say.noScript}</p>
        </noscript>
      </div>
      <div className="needs-script">
        <SearchPage locale={locale} words={say} />
      </div>
      <section className={styles.course} aria-labelledby="course">
        <h2 id="course">{say.course}</h2>
        <ol>
          {written.map((lesson) => (
            <li key={lesson.slug} value={lesson.number}>
              <a href={`/${locale}/learn/${lesson.slug}`}>{lesson.title[locale]}</a>
            </li>
          ))}
        </ol>
      </section>
    </Page>
  );
}
