import type { Metadata } from 'next';
import { glossaryLead } from '@/app/_ui/glossary/glossary-list';
import { glossaryWords } from '@/app/_ui/glossary/words';
import { alternates } from '@/app/_ui/kit/alternates';
import { CourseMap } from '@/app/_ui/kit/course-map';
import { Page } from '@/app/_ui/kit/page';
import { LivingFigure } from '@/app/_ui/lesson/living';
import { countedNotes } from '@/app/_ui/notes/notes-ways';
import { notesWords } from '@/app/_ui/notes/words';
import { words } from '@/app/_ui/words';
import { homeScenario } from '@/lib/course/labs';
import { stepsOf } from '@/lib/course/lesson-steps';
import { getLessons, getParts } from '@/lib/course/lessons';
import { createSession } from '@/lib/lab/create-session';
import { isLocale } from '@/lib/text';
import styles from './home.module.css';

interface HomeProps {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: HomeProps): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { alternates: alternates(locale, '/') } : {};
}

/** The course map, with one figure that runs; below it the ways to the study notes and the glossary. */
export default async function Home({ params }: HomeProps) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const say = words[locale];
  const lessons = getLessons();
  const scenario = homeScenario();
  const written = lessons.filter((lesson) => lesson.written);
  return (
    <Page locale={locale} path="/">
      <div className={styles.opening}>
        <h1>{say.home.title}</h1>
        <p>{say.home.intro}</p>
      </div>
      <div className={styles.figure}>
        <LivingFigure
          scenario={scenario}
          first={createSession(scenario).view()}
          locale={locale}
          number="1"
          compact
        />
      </div>
      <CourseMap {...{ locale, words: say, course: getParts(), lessons, steps: written.map(stepsOf) }} />
      <dl className={styles.beside}>
        <div>
          <dt>
            <a href={`/${locale}/notes`}>{notesWords[locale].title}</a>
          </dt>
          <dd>{countedNotes(locale)}</dd>
        </div>
        <div>
          <dt>
            <a href={`/${locale}/glossary`}>{glossaryWords[locale].title}</a>
          </dt>
          <dd>{glossaryLead(locale)}</dd>
        </div>
      </dl>
    </Page>
  );
}
