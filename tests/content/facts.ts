import type { LessonContent } from '@/lib/course/lesson-content';
import { read } from '@/lib/quiz/read';
import { defaultSeed, type Run } from '@/lib/quiz/run';
import { scenarioOf } from './written';

/** The first number of a text, as it is written: `10.0 s` is `10.0`. */
const numberIn = (text: string): string | undefined =>
  /-?\d[\d,]*(?:\.\d+)?/.exec(text)?.[0].replaceAll(',', '');

/** What is wrong with a fact as a text says it; undefined if the run says the same, to as many digits. */
export function factFault(content: LessonContent, id: string, text: string): string | undefined {
  const fact = content.facts.find((one) => one.id === id);
  if (!fact) return `no fact "${id}" in facts.ts`;
  const run: Run = 'scenario' in fact.run ? scenarioOf(content, fact.run.scenario) : fact.run;
  const value = read(fact.reads, run, run.seed ?? defaultSeed);
  if (typeof value !== 'number')
    return text.trim() === String(value) ? undefined : `fact ${id}: the text says ${text}, the run ${value}`;
  const written = numberIn(text);
  if (written === undefined) return `fact ${id}: no number in "${text}"; the run says ${value}`;
  const digits = written.split('.')[1]?.length ?? 0;
  const real = value * (fact.times ?? 1);
  return real.toFixed(digits) === Number(written).toFixed(digits)
    ? undefined
    : `fact ${id}: the text says ${text}, the run ${real}`;
}
