import { describe, expect, it } from 'vitest';
import { type Outcome, outcomeOf } from '@/lib/conformance/outcome';
import table from '@/recordings/results.json';
import { allRecordings } from './recordings';

/** How many recordings of each kind there are at least: a lost file must not pass for a passed test. */
const atLeast: Readonly<Record<string, number>> = {
  cronjob: 7,
  daemonset: 16,
  deployment: 24,
  hpa: 13,
  job: 17,
  kubectl: 25,
  'kubectl-own': 13,
  network: 3,
  own: 208,
  pods: 32,
  replicaset: 19,
  replicationcontroller: 2,
  scheduling: 8,
  service: 9,
  statefulset: 22,
  stories: 11,
};

const recordings = allRecordings();

describe('the folder of recordings is whole', () => {
  it('has no kind that nobody counts', () => {
    expect([...new Set(recordings.map(({ kind }) => kind))].sort()).toEqual(Object.keys(atLeast).sort());
  });

  it.each(Object.entries(atLeast))('%s: at least %i', (kind, count) => {
    expect(recordings.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(count);
  });
});

const told = new Map((table as readonly Outcome[]).map((outcome) => [outcome.name, outcome]));

describe('the model does what Kubernetes was recorded doing', () => {
  describe.each(Object.keys(atLeast))('%s', (kind) => {
    it.each(recordings.filter((one) => one.kind === kind))('$title', ({ name, recording }) => {
      const outcome = outcomeOf(name, recording);
      expect(outcome.difference).toBeUndefined();
      // What /truth shows. After a deliberate change: npm run -s conformance -- recordings --results recordings/results.json
      expect(told.get(name)).toEqual(outcome);
    });
  });

  it('tells on /truth of no recording that is not there', () => {
    expect([...told.keys()].sort()).toEqual(recordings.map(({ name }) => name).sort());
  });
});
