import { describe, expect, it } from 'vitest';
import { createSession } from '@/lib/lab/create-session';
import { happenedChoice } from '@/lib/lab/happened';
import { replayLab } from '@/lib/lab/replay';
import { scenarioOf, scenariosOf, written } from './written';

describe.each(written.map((one) => [one.slug, one] as const))('%s', (_slug, content) => {
  const { labs } = content;
  const all = scenariosOf(content);

  describe('scenarios', () => {
    it('have ids of their own', () => {
      const ids = [...all, ...labs.predictions].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it.each(all.map((scenario) => [scenario.id, scenario] as const))(
      '%s opens before it pauses, and nothing is refused',
      (_, scenario) => {
        expect(scenario.openAtMs).toBeLessThan(scenario.pauseAtMs);
        const session = createSession(scenario);
        session.seek(scenario.pauseAtMs);
        expect(session.view().refusal).toBeUndefined();
      },
    );

    it.each(labs.predictions.map((prediction) => [prediction.id, prediction] as const))(
      '%s has one choice that happens, judged after the figure opens',
      (_, prediction) => {
        const scenario = scenarioOf(content, prediction.scenario);
        expect(happenedChoice(scenario, prediction)).toBeGreaterThanOrEqual(0);
        expect(prediction.judgedAtMs).toBeGreaterThan(scenario.openAtMs);
        expect(prediction.judgedAtMs).toBeLessThanOrEqual(scenario.pauseAtMs);
      },
    );
  });

  describe.each(labs.labs.map((lab) => [lab.id, lab] as const))('lab %s', (_, lab) => {
    it('has a solution, and two shortcuts that must fail', () => {
      expect(lab.solutions.length).toBeGreaterThanOrEqual(1);
      expect(lab.shortcuts.length).toBeGreaterThanOrEqual(2);
    });

    it('is not solved when it opens', () => {
      expect(replayLab(lab, [], lab.openAtMs).solved).toBe(false);
      expect(replayLab(lab, [], lab.pauseAtMs).solved).toBe(false);
    });

    it.each(lab.solutions.map((solution, n) => [n + 1, solution] as const))(
      'is solved by solution %i',
      (_n, { commands, untilMs }) => {
        const replay = replayLab(lab, commands, untilMs);
        expect(replay.refused).toBeUndefined();
        expect(replay.goals.filter(({ state }) => state !== 'holds')).toEqual([]);
        expect(replay.solved).toBe(true);
      },
    );

    it.each(lab.shortcuts.map((shortcut) => [shortcut.why, shortcut] as const))(
      'is not solved so: %s',
      (_why, { commands, untilMs, fails }) => {
        const replay = replayLab(lab, commands, untilMs);
        expect(replay.refused).toBeUndefined();
        expect(replay.solved).toBe(false);
        expect(replay.goals.find(({ id }) => id === fails)?.state).not.toBe('holds');
      },
    );
  });
});
