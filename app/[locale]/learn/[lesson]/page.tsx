import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { fill } from '@/app/_ui/fill';
import { alternates } from '@/app/_ui/kit/alternates';
import { Page } from '@/app/_ui/kit/page';
import { Rail } from '@/app/_ui/lesson/rail';
import { lessonComponents } from '@/app/_ui/lesson/registry';
import { words } from '@/app/_ui/words';
import { getFigures } from '@/lib/course/figures';
import { stepsOf } from '@/lib/course/lesson-steps';
import { lessonText } from '@/lib/course/lesson-text';
import { getLesson, getLessons, getParts, type Lesson } from '@/lib/course/lessons';
import { sectionTitles } from '@/lib/course/text';
import { isLocale, type Locale } from '@/lib/text';
import styles from './lesson.module.css';

export const dynamicParams = false;
export const generateStaticParams = () =>
  getLessons()
    .filter((lesson) => lesson.written)
    .map(({ slug }) => ({ lesson: slug }));

interface LessonParams {
  readonly params: Promise<{ readonly locale: string; readonly lesson: string }>;
}

/** The lesson that an address names. No path is ever built from a slug that is not in the course. */
async function lessonOf(
  params: LessonParams['params'],
): Promise<{ readonly locale: Locale; readonly lesson: Lesson }> {
  const { locale, lesson: slug } = await params;
  const lesson = getLesson(slug);
  if (!isLocale(locale) || !lesson?.written) notFound();
  return { locale, lesson };
}

export async function generateMetadata({ params }: LessonParams): Promise<Metadata> {
  const { locale, lesson } = await lessonOf(params);
  const { meta } = await lessonText(lesson.slug, locale);
  const widget = getFigures().find((figure) => figure.lesson.slug === lesson.slug);
  return {
    title: meta.title,
    description: meta.lead,
    alternates: alternates(locale, `/learn/${lesson.slug}`, widget?.title[locale]),
  };
}

/** A lesson: rail, text, notes. Everything that is read is in the page as it comes; progress is added after. */
export default async function LessonPage({ params }: LessonParams) {
  const { locale, lesson } = await lessonOf(params);
  const { default: Text, meta } = await lessonText(lesson.slug, locale);
  const say = words[locale].lesson;
  const titles = sectionTitles(lesson.slug, locale);
  const sections = lesson.sections.map((id, at) => ({ id, title: titles[at] ?? id }));
  return (
    <Page locale={locale} path={`/learn/${lesson.slug}`} sections={sections}>
      <div className={styles.columns}>
        <Rail
          steps={stepsOf(lesson)}
          sections={sections}
          place={fill(say.place, { n: lesson.number, of: getLessons().length })}
          part={getParts()[lesson.part]?.title[locale] ?? ''}
          words={say}
        />
        <article className={styles.article}>
          <h1>{meta.title}</h1>
          <p className={styles.lead}>{meta.lead}</p>
          <noscript>
            <p className={styles.noScript}>{say.noScript}</p>
          </noscript>
          <Text components={lessonComponents(lesson.slug, locale)} />
        </article>
      </div>
    </Page>
  );
}
