import { goalStates } from '@/lib/lab/goals';
import type { Lab } from '@/lib/lab/scenario';
import { optionsOf } from '@/lib/lab/story';
import { Timeline } from '@/lib/lab/timeline';

/** What is wrong with the hints of a lab, each with what to write instead. */
export function hintMistakes(lab: Lab): readonly string[] {
  const ways = [...lab.solutions, ...lab.shortcuts].map(({ commands, untilMs }) => ({
    untilMs,
    journal: new Timeline(
      optionsOf(lab),
      [...lab.commands, ...commands].sort((a, b) => a.atMs - b.atMs),
    ).at(untilMs).journal,
  }));
  return lab.hints.flatMap(({ en, when }, at) => {
    if (when === undefined) return [];
    const never = [{ id: 'hint', text: { en, zh: en }, condition: { not: when }, when: 'always' }] as const;
    const fits = ways.some(
      ({ journal, untilMs }) => goalStates(never, journal, lab.openAtMs, untilMs)[0]?.state === 'failed',
    );
    if (fits) return [];
    return [
      `hint ${at + 1} of lab ${lab.id} ("${en}") is never given: its "when" holds at no moment from the opening on, whatever solution or shortcut is taken. Write a "when" that holds somewhere on one of these ways, add the shortcut that it is meant for, or leave "when" out.`,
    ];
  });
}
