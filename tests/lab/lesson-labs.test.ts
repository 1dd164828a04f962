import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TimedCommand } from '@/lib/cluster/command';
import { createSession } from '@/lib/lab/create-session';
import { goalStates, turnsOfGoals } from '@/lib/lab/goals';
import { happenedChoice } from '@/lib/lab/happened';
import { replayLab } from '@/lib/lab/replay';
import type { Lab, LessonLabs, Scenario } from '@/lib/lab/scenario';
import { optionsOf } from '@/lib/lab/story';
import { Timeline } from '@/lib/lab/timeline';
import { hintMistakes } from './hint-mistakes';

/** What must be true of every lesson's `lab.ts`, whatever it is about. */
const content = path.join(import.meta.dirname, '../../content');
const files = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'lab.ts')
  .sort();
const lessons: readonly (readonly [string, LessonLabs])[] = await Promise.all(
  files.map(async (file) => {
    const { default: labs }: { default: LessonLabs } = await import(path.join(content, file));
    return [path.dirname(file), labs] as const;
  }),
);

/** Moments after the last command at which every goal holds, ms: one that checks then has solved the lab. */
function solvedMoments(lab: Lab, commands: readonly TimedCommand[], untilMs: number): readonly number[] {
  const inOrder = [...lab.commands, ...commands].sort((a, b) => a.atMs - b.atMs);
  const { journal } = new Timeline(optionsOf(lab), inOrder).at(untilMs);
  const fromMs = commands.at(-1)?.atMs ?? lab.openAtMs;
  const moments = new Set(turnsOfGoals(lab.goals, journal).flatMap((turns) => turns.map(({ atMs }) => atMs)));
  return [...moments].filter(
    (atMs) =>
      atMs > fromMs &&
      atMs <= untilMs &&
      goalStates(lab.goals, journal, lab.openAtMs, atMs).every(({ state }) => state === 'holds'),
  );
}

it('there are lessons with scenarios', () => {
  expect(lessons.map(([slug]) => slug)).toContain('statefulset-identity-and-order');
});

describe.each(lessons)('%s', (_, labs) => {
  const scenarios: readonly Scenario[] = [...labs.scenarios, ...labs.labs];
  const named = <One extends { readonly id: string }>(list: readonly One[]) =>
    list.map((one) => [one.id, one] as const);

  it('is data: it is the same after JSON', () => {
    expect(JSON.parse(JSON.stringify(labs))).toEqual(labs);
  });

  it.each(named(scenarios))(
    '%s plays from its beginning to its pause, and each moment can be drawn',
    (_id, scenario) => {
      const session = createSession(scenario);
      const isApplied = scenario.commands.some(
        ({ atMs, command: { verb } }) => atMs <= scenario.openAtMs && ['apply', 'create'].includes(verb),
      );
      if (isApplied) expect(session.view().sentence.key).not.toBe('empty');
      for (let i = 0; i <= 20; i++) {
        session.seek((scenario.pauseAtMs * i) / 20);
        const view = session.view();
        expect(view.refusal).toBeUndefined();
        if (view.machine) expect(view.machine.states.map(({ id }) => id)).toContain(view.machine.current);
        if (view.set) expect(view.why.at(-1)).toMatchObject({ key: 'command' });
        for (const { fromMs, toMs } of view.score.lanes.flatMap(({ spans }) => spans))
          expect(fromMs).toBeLessThanOrEqual(toMs);
      }
    },
  );

  it.each(named(scenarios))(
    '%s gives its commands in order of time, none after its pause',
    (_id, scenario) => {
      const moments = scenario.commands.map(({ atMs }) => atMs);
      expect(moments).toEqual([...moments].sort((a, b) => a - b));
      expect(moments.every((atMs) => Number.isInteger(atMs) && atMs >= 0 && atMs <= scenario.pauseAtMs)).toBe(
        true,
      );
      if (scenario.hands.includes('setImage')) expect(scenario.images?.length).toBeGreaterThan(1);
    },
  );

  it.each(named(labs.predictions))(
    'exactly one choice of %s happens, and not before it is asked',
    (_id, prediction) => {
      const scenario = scenarios.find(({ id }) => id === prediction.scenario);
      if (!scenario) throw new Error(`prediction ${prediction.id} names no scenario of its file`);
      expect(() => happenedChoice(scenario, prediction)).not.toThrow();
      expect(prediction.judgedAtMs).toBeGreaterThan(scenario.openAtMs);
    },
  );

  it.each(named(labs.labs))(
    'lab %s has something to reach, ways that reach it, and ways that do not',
    (_id, lab) => {
      expect(replayLab(lab, [], lab.openAtMs).solved).toBe(false);
      expect(lab.solutions.length).toBeGreaterThan(0);
      for (const { commands, untilMs } of lab.solutions)
        expect(replayLab(lab, commands, untilMs)).toMatchObject({ solved: true });
      for (const { commands, untilMs, fails, why } of lab.shortcuts) {
        const { goals, refused, solved } = replayLab(lab, commands, untilMs);
        expect([refused, solved], why).toEqual([undefined, false]);
        expect(goals.find(({ id }) => id === fails)?.state, `${why} must miss ${fails}`).toMatch(
          /open|failed/,
        );
      }
    },
  );

  it.each(named(labs.labs))('no shortcut of lab %s does for a moment either', (_id, lab) => {
    for (const { commands, untilMs, why } of lab.shortcuts)
      expect(solvedMoments(lab, commands, untilMs), why).toEqual([]);
  });

  it.each(named(labs.labs))('each goal of lab %s is what some shortcut fails on', (_id, lab) => {
    const missed = new Set(lab.shortcuts.map(({ fails }) => fails));
    for (const { id } of lab.goals) expect([...missed], `no shortcut fails on ${id}`).toContain(id);
  });

  it.each(named(labs.labs))('each hint of lab %s fits somewhere on a way through it', (_id, lab) => {
    expect(hintMistakes(lab)).toEqual([]);
  });

  it.each(named(labs.labs))('lab %s opens with a hint that fits', (_id, lab) => {
    const { fitting = [] } = createSession(lab).view();
    if (lab.hints.length > 0) expect(fitting.length).toBeGreaterThan(0);
  });
});
