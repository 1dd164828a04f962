import { describe, expect, it } from 'vitest';
import { createSession } from '@/lib/lab/create-session';
import { fittingHints } from '@/lib/lab/goals';
import type { Hint, Lab } from '@/lib/lab/scenario';
import { hintMistakes } from './hint-mistakes';
import { deletePod, setImage, solution, stuckLab } from './stories';

const hint = (when?: Hint['when']): Hint => ({ en: 'a hint', zh: '提示', ...(when && { when }) });
const templateHas = (equals: string): Hint['when'] => ({
  object: 'StatefulSet/web',
  path: 'spec.template.spec.containers.0.image',
  equals,
});
const lab: Lab = {
  ...stuckLab,
  hints: [
    hint(templateHas('db:broken')),
    hint({ not: { pod: 'web-2', ready: true } }),
    hint(),
    hint({ object: 'StatefulSet/web', exists: false }),
  ],
  solutions: [{ commands: solution, untilMs: 40_000 }],
};

describe('the hints that fit', () => {
  it('are those whose condition holds at the moment, and those without one', () => {
    const session = createSession(lab);
    expect(session.view().fitting).toEqual([0, 1, 2]);
    session.do(setImage('db:v1'));
    expect(session.view().fitting).toEqual([1, 2]);
    session.do(deletePod('web-2'));
    session.seek(40_000);
    expect(session.view().fitting).toEqual([2]);
  });

  it('are again those that they were, where one goes back', () => {
    const session = createSession(lab);
    session.do(setImage('db:v1'));
    session.seek(19_000);
    expect(session.view().fitting).toEqual([0, 1, 2]);
  });

  it('of a lab without hints are none', () => {
    expect(fittingHints([], [], 0)).toEqual([]);
    expect(createSession(stuckLab).view().fitting).toEqual([]);
  });
});

describe('an author’s hint', () => {
  it('that fits nowhere on a way through the lab is a mistake, told with what to write instead', () => {
    const [mistake, ...others] = hintMistakes(lab);
    expect(others).toEqual([]);
    expect(mistake).toMatch(/^hint 4 of lab stuck \("a hint"\) is never given: .*Write a "when" that holds/);
  });

  it('that fits on one of the ways is none, be it a shortcut', () => {
    const gone = { verb: 'delete', kind: 'StatefulSet', name: 'web' } as const;
    const shortcut = {
      why: 'it deletes the set',
      commands: [{ atMs: 21_000, command: gone }],
      untilMs: 30_000,
      fails: 'all-ready',
    };
    expect(hintMistakes({ ...lab, shortcuts: [shortcut] })).toEqual([]);
  });
});
