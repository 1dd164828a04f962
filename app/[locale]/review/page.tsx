import type { Metadata } from 'next';
import { alternates } from '@/app/_ui/kit/alternates';
import opening from '@/app/_ui/kit/opening.module.css';
import { Page } from '@/app/_ui/kit/page';
import { quizWords } from '@/app/_ui/quiz/words';
import { Review } from '@/app/_ui/review/review';
import { reviewWords } from '@/app/_ui/review/words';
import { stepsOf } from '@/lib/course/lesson-steps';
import { getLessons } from '@/lib/course/lessons';
import { mostConcepts } from '@/lib/server/review';
import { isLocale } from '@/lib/text';
import styles from './review.module.css';

interface ReviewParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: ReviewParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, lead } = reviewWords[locale];
  return { title, description: lead, alternates: alternates(locale, '/review') };
}

/** What this browser's learner is asked again today, and why. */
export default async function ReviewPage({ params }: ReviewParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const say = reviewWords[locale];
  const lessons = getLessons()
    .filter((lesson) => lesson.written)
    .map((lesson) => ({
      ...stepsOf(lesson),
      number: lesson.number,
      title: lesson.title[locale],
      href: `/${locale}/learn/${lesson.slug}`,
    }));
  return (
    <Page locale={locale} path="/review">
      <div className={styles.opening}>
        <h1>{say.title}</h1>
      </div>
      <noscript>
        <p className={opening.noScript}>{say.noScript}</p>
      </noscript>
      <div className={`${styles.body} needs-script`}>
        <Review
          locale={locale}
          words={say}
          quizWords={quizWords[locale]}
          most={mostConcepts}
          lessons={lessons}
        />
      </div>
    </Page>
  );
}
