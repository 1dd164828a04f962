import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeCase } from '@/lib/conformance/judge-case';
import { playRecording } from '@/lib/conformance/play';
import { playCase } from '@/lib/conformance/play-case';
import type { CaseRecording, CaseStep } from '@/lib/conformance/recording';
import { judgeStory, type StoryRecording, type View } from '@/lib/conformance/story';

const read = <Recording>(name: string): Recording =>
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../recordings', `${name}.json`), 'utf8'));

const scaleUp = read<CaseRecording>('statefulset/scale-up');
const story = read<StoryRecording>('stories/statefulset-ordered');
const played = playCase(scaleUp);

/** The same recording with one step changed. */
const withStep = (index: number, change: (step: CaseStep) => Partial<CaseStep>): CaseRecording => ({
  ...scaleUp,
  steps: scaleUp.steps.map((step, i) => (i === index ? { ...step, ...change(step) } : step)),
});

const changed = (path: readonly string[], value: unknown) => (step: CaseStep) => {
  const after = structuredClone(step.after) as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  const at = path.slice(0, -1).reduce((tree, field) => tree[field] as Record<string, unknown>, after);
  if (value === undefined) delete at[last];
  else at[last] = value;
  return { after: after as CaseStep['after'] };
};

const list = (step: CaseStep) => step.done as readonly string[];

describe('the judge of cases', () => {
  it('finds no difference between a recording and itself', () => {
    expect(judgeCase(scaleUp, scaleUp)).toBeUndefined();
  });

  it.each([
    [
      'an act that was not done',
      withStep(0, (s) => ({ done: [...list(s), '+ Pod/web-7'] })),
      'did not do "+ Pod/web-7"',
    ],
    [
      'an act too many',
      withStep(0, (s) => ({ done: list(s).slice(0, -1) })),
      'did "+ Pod/web-0", which was not recorded',
    ],
    [
      'an act done once instead of twice',
      withStep(0, (s) => ({ done: [...list(s), ...list(s)] })),
      'did not do',
    ],
    [
      'an event that was not said',
      withStep(0, (s) => ({
        events: [
          ...(s.events ?? []),
          { reason: 'Killing', type: 'Normal', on: 'Pod/web-0', says: 'x', by: 'kubelet' },
        ],
      })),
      'lacks the event',
    ],
    ['an event too many', withStep(0, (s) => ({ events: s.events?.slice(1) })), 'has the event'],
    [
      'an event in other words',
      withStep(0, (s) => ({ events: s.events?.map((e) => ({ ...e, says: `${e.says}.` })) })),
      'lacks the event',
    ],
    [
      'a changed count',
      withStep(2, changed(['StatefulSet', 'web', 'readyReplicas'], 1)),
      'after.StatefulSet.web.readyReplicas: recorded 1, played 2',
    ],
    [
      'a missing count',
      withStep(2, changed(['StatefulSet', 'web', 'readyReplicas'], undefined)),
      'after.StatefulSet.web.readyReplicas',
    ],
    [
      'a Pod in another phase',
      withStep(3, changed(['Pod', 'web-2', 'phase'], 'Running')),
      'after.Pod.web-2.phase',
    ],
    [
      'a Pod that is not there',
      withStep(3, changed(['Pod', 'web-9'], { phase: 'Pending', ready: false })),
      'after.Pod.web-9',
    ],
    ['a Pod that should not be there', withStep(3, changed(['Pod', 'web-2'], undefined)), 'after.Pod.web-2'],
    [
      'a refusal that was not given',
      withStep(3, () => ({ refused: { reason: 'Invalid', message: 'no' } })),
      'refused',
    ],
  ])('notices %s', (_, recorded, difference) => {
    const verdict = judgeCase(recorded, played);
    expect(verdict).toContain(difference);
    expect(verdict).toMatch(/^step \d/);
  });

  it('notices a refusal that the recording does not have, and other words in one', () => {
    const forbidden = read<CaseRecording>('statefulset/forbidden-update');
    const refused = { reason: 'Invalid', message: 'another text' };
    const steps = forbidden.steps.map((step) => (step.refused ? { ...step, refused } : step));
    expect(judgeCase({ ...forbidden, steps }, playCase(forbidden))).toContain('refused.message');
    const accepted = forbidden.steps.map(({ refused: _, ...step }) => step);
    expect(judgeCase({ ...forbidden, steps: accepted }, playCase(forbidden))).toContain('refused');
  });

  it('notices a step that was not played', () => {
    expect(judgeCase(scaleUp, { ...played, steps: played.steps.slice(0, -1) })).toContain('was not played');
  });

  it('lets vary what the recording says may vary', () => {
    const extra = withStep(0, () => ({ events: [], eventsVary: true }));
    expect(judgeCase(extra, played)).toBeUndefined();
    const other = withStep(2, changed(['StatefulSet', 'web', 'readyReplicas'], 7));
    const steps = other.steps.map((step) => ({ ...step, afterVaries: ['StatefulSet'] }));
    expect(judgeCase({ ...other, steps }, played)).toBeUndefined();
  });

  it('says of a form that it does not know, and of a verb that it does not know, what it is', () => {
    expect(playRecording({ name: 'x', frames: [] }).difference).toBe('is of a form that is not modelled yet');
    expect(playRecording(null).difference).toBe('is of a form that is not modelled yet');
    const steps = [{ do: { dance: 'web-0' }, after: {} }];
    expect(playRecording({ name: 'x', steps }).difference).toContain('no step dance');
  });

  it('is never told what the recording says happened', () => {
    const bare = { name: scaleUp.name, steps: scaleUp.steps.map(({ do: step, at }) => ({ do: step, at })) };
    expect(judgeCase(scaleUp, playCase(bare as Parameters<typeof playCase>[0]))).toBeUndefined();
  });
});

describe('the judge of stories', () => {
  const sure = story.views.findIndex((view) => view.sure === true);
  const withView = (change: (view: View) => View): StoryRecording => ({
    ...story,
    views: story.views.map((view, i) => (i === sure ? change(view) : view)),
  });

  it('finds no difference between a recording and itself', () => {
    expect(judgeStory(story, story)).toBeUndefined();
  });

  it('notices a sure view that was not shown', () => {
    expect(
      judgeStory(
        withView((view) => ({ ...view, Pods: { 'web-9': '1/1 Running' } })),
        story,
      ),
    ).toContain('web-9');
  });

  it('notices a view at another time', () => {
    const late = { ...story, views: story.views.map((view) => ({ ...view, at: view.at * 2 + 10 })) };
    expect(judgeStory(story, late)).toContain('played at');
  });

  it('notices a view that stood and was never recorded', () => {
    const last = story.views.at(-1);
    const strange = { at: (last?.at ?? 0) + 60, Pods: { 'web-0': '0/1 Error' } };
    expect(judgeStory(story, { ...story, views: [...story.views, strange] })).toContain('never recorded');
  });
});
