import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import course from '@/content/course';
import type { Course, LessonEntry } from './outline';

export interface Lesson extends LessonEntry {
  /** Its place in the course, from 1. */
  readonly number: number;
  /** Place of its part in the course, from 0. */
  readonly part: number;
  /** There is a text to read. */
  readonly written: boolean;
  /** Ids of its sections, in order; the same in both languages. Empty until it is written. */
  readonly sections: readonly string[];
}

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---/;

/** The section ids that a lesson's text lists in its frontmatter, or undefined when there is no text. */
function sectionsOf(slug: string): readonly string[] | undefined {
  const file = path.join(process.cwd(), 'content', slug, 'en.mdx');
  if (!existsSync(file)) return undefined;
  const frontmatter = FRONTMATTER.exec(readFileSync(file, 'utf8'))?.[1];
  const sections: unknown = frontmatter === undefined ? undefined : parse(frontmatter)?.sections;
  if (!Array.isArray(sections) || !sections.every((id) => typeof id === 'string')) {
    throw new Error(`content/${slug}/en.mdx: the frontmatter must list its section ids under "sections"`);
  }
  return sections;
}

let loaded: readonly Lesson[] | undefined;

/** The parts of the course in order; `Lesson.part` is a place in them. */
export const getParts = (): Course => course;

/** All lessons in the order of content/course.ts. Texts are looked up once for the life of the process. */
export function getLessons(): readonly Lesson[] {
  if (loaded) return loaded;
  const entries = course.flatMap((part, index) => part.lessons.map((lesson) => ({ lesson, index })));
  const lessons = entries.map(({ lesson, index }, at) => {
    const sections = sectionsOf(lesson.slug);
    return {
      ...lesson,
      number: at + 1,
      part: index,
      written: sections !== undefined,
      sections: sections ?? [],
    };
  });
  if (process.env.NODE_ENV !== 'development') loaded = lessons;
  return lessons;
}

/** The lesson with this slug, written or not; undefined for any other string. */
export const getLesson = (slug: string): Lesson | undefined =>
  getLessons().find((lesson) => lesson.slug === slug);
