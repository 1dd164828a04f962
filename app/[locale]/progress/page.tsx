import type { Metadata } from 'next';
import { alternates } from '@/app/_ui/kit/alternates';
import opening from '@/app/_ui/kit/opening.module.css';
import { Page } from '@/app/_ui/kit/page';
import { Knowledge } from '@/app/_ui/lesson/knowledge';
import { knowledgeWords } from '@/app/_ui/lesson/knowledge-words';
import { words } from '@/app/_ui/words';
import { stepsOf } from '@/lib/course/lesson-steps';
import { getLessons } from '@/lib/course/lessons';
import { sectionTitles } from '@/lib/course/text';
import { isLocale } from '@/lib/text';

interface ProgressParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: ProgressParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, lead } = words[locale].progress;
  return { title, description: lead, alternates: alternates(locale, '/progress') };
}

/** What this browser's learner has done, lesson by lesson. */
export default async function ProgressPage({ params }: ProgressParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const say = words[locale];
  const lessons = getLessons()
    .filter((lesson) => lesson.written)
    .map((lesson) => ({
      ...stepsOf(lesson),
      number: lesson.number,
      title: lesson.title[locale],
      href: `/${locale}/learn/${lesson.slug}`,
      sectionTitles: sectionTitles(lesson.slug, locale),
    }));
  return (
    <Page locale={locale} path="/progress">
      <div className={opening.opening}>
        <h1>{say.progress.title}</h1>
        <p>{say.progress.lead}</p>
      </div>
      <noscript>
        <p className={opening.noScript}>{say.progress.noScript}</p>
      </noscript>
      <div className="needs-script">
        <Knowledge
          locale={locale}
          lessons={lessons}
          words={say.progress}
          say={knowledgeWords[locale]}
          lane={say.lane}
        />
      </div>
    </Page>
  );
}
