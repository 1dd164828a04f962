import { LessonLane } from '@/app/_ui/lesson/lesson-lane';
import type { LessonSteps } from '@/app/_ui/lesson/steps';
import type { Words } from '@/app/_ui/words';
import type { Lesson } from '@/lib/course/lessons';
import type { Course } from '@/lib/course/outline';
import type { Locale } from '@/lib/text';
import styles from './course-map.module.css';
import { InlineText } from './inline-text';
import { LaneLegend } from './lane';

interface CourseMapProps {
  readonly locale: Locale;
  readonly words: Words;
  readonly course: Course;
  readonly lessons: readonly Lesson[];
  /** Steps of the lessons that are written, in the order of the course. */
  readonly steps: readonly LessonSteps[];
}

/** The course as a table of contents: part, number, title, the question that a lesson answers, progress. */
export function CourseMap({ locale, words, course, lessons, steps }: CourseMapProps) {
  return (
    <section className={styles.map} aria-labelledby="course">
      <div className={styles.head}>
        <h2 id="course">{words.home.course}</h2>
        <LaneLegend words={words.states} label={words.home.legend} />
      </div>
      {course.map((part, index) => (
        <section key={part.title.en} className={styles.part} aria-labelledby={`part-${index + 1}`}>
          <h3 id={`part-${index + 1}`}>{part.title[locale]}</h3>
          <ol className={styles.lessons} start={lessons.find((lesson) => lesson.part === index)?.number}>
            {lessons
              .filter((lesson) => lesson.part === index)
              .map((lesson) => (
                <Row key={lesson.slug} {...{ lesson, locale, words, steps }} />
              ))}
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
  readonly steps: readonly LessonSteps[];
}

function Row({ lesson, locale, words, steps }: RowProps) {
  const { home, lane } = words;
  const { goOn, start, here, due } = home;
  const href = `/${locale}/learn/${lesson.slug}`;
  return (
    <li className={styles.row} data-written={lesson.written || undefined}>
      <span className={styles.number}>{lesson.number}</span>
      <span className={styles.title}>
        {lesson.written ? <a href={href}>{lesson.title[locale]}</a> : lesson.title[locale]}
      </span>
      <span className={styles.question}>
        <InlineText text={lesson.question[locale]} />
      </span>
      {lesson.written ? (
        <LessonLane
          slug={lesson.slug}
          all={steps}
          href={href}
          review={`/${locale}/review`}
          words={{ lane, goOn, start, here, due }}
          label={lesson.title[locale]}
        />
      ) : (
        <span className={styles.unwritten}>{home.notWritten}</span>
      )}
    </li>
  );
}
