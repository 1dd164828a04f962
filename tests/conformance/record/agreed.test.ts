import { describe, expect, it } from 'vitest';
import type { CaseRecording, Said } from '@/lib/conformance/recording';
import { agreed } from './agreed';

const said = (reason: string): Said => ({ reason, type: 'Normal', on: 'Pod/a', says: reason, by: 'me' });
const run = (step: Partial<CaseRecording['steps'][number]>): CaseRecording => ({
  name: 'x/y',
  steps: [
    { do: { wait: 1 }, done: ['+ Pod/a'], events: [], after: { Pod: { a: { ready: true } } }, ...step },
  ],
});

describe('what two runs of a case agree on', () => {
  it('is all of it when they are the same', () => {
    const once = run({ events: [said('Made')] });
    expect(agreed([once, structuredClone(once)])).toEqual({ recording: once });
  });

  it('leaves out an Event that only one run had, whichever it was', () => {
    const [few, more] = [run({ events: [said('Made')] }), run({ events: [said('Slow'), said('Made')] })];
    for (const runs of [[few, more] as const, [more, few] as const]) {
      const { recording, unlike } = agreed(runs);
      expect(unlike).toBeUndefined();
      expect(recording.steps[0]).toMatchObject({ events: [said('Made')], eventsVary: true });
    }
  });

  it('marks a kind whose state differs', () => {
    const { recording, unlike } = agreed([run({}), run({ after: { Pod: { a: { ready: false } } } })]);
    expect(recording.steps[0]?.afterVaries).toEqual(['Pod']);
    expect(unlike).toBeUndefined();
  });

  it('keeps no words of a refusal that has others each time', () => {
    const refused = (message: string) => run({ refused: { status: 422, reason: 'Invalid', message } });
    const { recording, unlike } = agreed([refused('not 1'), refused('not 2')]);
    expect(recording.steps[0]?.refused).toEqual({ status: 422, reason: 'Invalid' });
    expect(unlike).toBeUndefined();
  });

  it('says where they did different things', () => {
    expect(agreed([run({}), run({ done: [] })]).unlike).toContain('did not do "+ Pod/a"');
  });
});
