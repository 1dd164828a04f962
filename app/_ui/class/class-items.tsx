'use client';

import { useCallback, useState } from 'react';
import { fill } from '@/app/_ui/fill';
import type { Locale } from '@/lib/text';
import page from './class.module.css';
import { classApi } from './class-api';
import { ItemFigure } from './item-figure';
import { NotTold, Part } from './parts';
import { useTold } from './use-told';
import type { ClassWords } from './words';

interface ItemsProps {
  readonly id: string;
  readonly locale: Locale;
  readonly words: ClassWords;
  /** Lessons with a quiz, in the order of the course. */
  readonly lessons: readonly { readonly lesson: string; readonly number: number; readonly title: string }[];
  /** The one that is shown before somebody chooses: the weakest. */
  readonly first: string;
}

/** What the class answered first, item by item, a lesson at a time. */
export function ClassItems({ id, locale, words, lessons, first }: ItemsProps) {
  const say = words.item;
  const [lesson, setLesson] = useState(first);
  return (
    <Part title={say.title} id="items">
      {lessons.length > 1 && (
        <p className={`${page.row} ${page.noPrint}`}>
          <select aria-label={say.title} value={lesson} onChange={(event) => setLesson(event.target.value)}>
            {lessons.map((one) => (
              <option key={one.lesson} value={one.lesson}>
                {fill(say.lesson, { n: one.number })}: {one.title}
              </option>
            ))}
          </select>
        </p>
      )}
      <LessonItems key={lesson} {...{ id, locale, words, lesson }} />
    </Part>
  );
}

function LessonItems({
  id,
  locale,
  words,
  lesson,
}: Omit<ItemsProps, 'lessons' | 'first'> & { readonly lesson: string }) {
  const [asked, again] = useTold(useCallback(() => classApi.items(locale, id, lesson), [locale, id, lesson]));
  if (!asked.ok) return <NotTold told={asked} words={words.asked} again={again} />;
  return asked.value.items.map((item) => (
    <ItemFigure key={item.item} item={item} locale={locale} say={words.item} />
  ));
}
