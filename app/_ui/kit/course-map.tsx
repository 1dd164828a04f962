import type { CSSProperties } from 'react';
import type { MapLesson } from '@/app/_ui/lesson/course-states';
import { LessonLane } from '@/app/_ui/lesson/lesson-lane';
import { LessonNeeds } from '@/app/_ui/lesson/lesson-needs';
import type { LessonSteps } from '@/app/_ui/lesson/steps';
import type { Words } from '@/app/_ui/words';
import type { Lesson } from '@/lib/course/lessons';
import type { Course } from '@/lib/course/outline';
import type { Locale } from '@/lib/text';
import styles from './course-map.module.css';
import { InlineText } from './inline-text';
import { LaneLegend } from './lane';
import { MapRails, NextMark } from './map-rails';
import { needsLines, type RowLines } from './needs-lines';
import { railsWidth } from './rails-places';

interface CourseMapProps {
  readonly locale: Locale;
  readonly words: Words;
  readonly course: Course;
  readonly lessons: readonly Lesson[];
  /** Steps of the lessons that are written, in the order of the course. */
  readonly steps: readonly LessonSteps[];
}

/** The course as a table of contents: part, number, title, the question that a lesson answers, progress, and what builds on what. */
export function CourseMap({ locale, words, course, lessons, steps }: CourseMapProps) {
  const places = lessons.map(({ slug }) => slug);
  const { rows, tracks } = needsLines(lessons.map(({ needs }) => needs.map((need) => places.indexOf(need))));
  const map = lessons.map(({ slug, number, needs }): MapLesson => {
    const own = steps.find((each) => each.slug === slug);
    return { slug, number, needs, ...(own && { steps: own }) };
  });
  return (
    <section
      className={styles.map}
      aria-labelledby="course"
      style={{ '--rails': `${railsWidth(tracks)}px` } as CSSProperties}
    >
      <div className={styles.head}>
        <h2 id="course">{words.home.course}</h2>
        <LaneLegend words={words.states} label={words.home.legend} />
        <p className={styles.key}>
          {words.home.lines}{' '}
          <span className={styles.next}>
            <NextMark /> {words.home.nextMark}
          </span>
        </p>
      </div>
      {course.map((part, index) => (
        <section key={part.title.en} className={styles.part} aria-labelledby={`part-${index + 1}`}>
          <h3 id={`part-${index + 1}`}>{part.title[locale]}</h3>
          <ol className={styles.lessons} start={lessons.find((lesson) => lesson.part === index)?.number}>
            {lessons.map((lesson, row) => {
              const lines = rows[row];
              if (lesson.part !== index || !lines) return null;
              return <Row key={lesson.slug} {...{ lesson, locale, words, map, row, lines, tracks }} />;
            })}
          </ol>
        </section>
      ))}
    </section>
  );
}

interface RowProps {
  readonly lesson: Lesson;
  readonly locale: Locale;
  readonly words: Words;
  readonly map: readonly MapLesson[];
  readonly row: number;
  readonly lines: RowLines;
  readonly tracks: number;
}

function Row({ lesson, locale, words, map, row, lines, tracks }: RowProps) {
  const { home, lane, needs } = words;
  const { goOn, start, again, here, due } = home;
  const href = `/${locale}/learn/${lesson.slug}`;
  return (
    <li className={styles.row} data-written={lesson.written || undefined}>
      <MapRails {...{ row, lines, tracks, lessons: map }} />
      <span className={styles.number}>{lesson.number}</span>
      <span className={styles.title}>
        {lesson.written ? <a href={href}>{lesson.title[locale]}</a> : lesson.title[locale]}
      </span>
      <span className={styles.question}>
        <InlineText text={lesson.question[locale]} />
      </span>
      <LessonNeeds slug={lesson.slug} lessons={map} words={needs} />
      {lesson.written ? (
        <LessonLane
          slug={lesson.slug}
          lessons={map}
          href={href}
          review={`/${locale}/review`}
          words={{ lane, goOn, start, again, here, due }}
          label={lesson.title[locale]}
        />
      ) : (
        <span className={styles.unwritten}>{home.notWritten}</span>
      )}
    </li>
  );
}
