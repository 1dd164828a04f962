import { describe, expect, it } from 'vitest';
import { judgeCase } from '@/lib/conformance/judge-case';
import type { CaseRecording, CaseStep, Step } from '@/lib/conformance/recording';

type Given = Partial<CaseStep> & { readonly do?: Step };

const nothing: Step = { nothing: 'look' };
const a = (step: Given, rest: Partial<CaseRecording> = {}): CaseRecording => ({
  name: 'made up',
  ...rest,
  steps: [{ do: nothing, done: [], events: [], after: {}, ...step }],
});
const pods = (states: Record<string, object>): Given => ({ after: { Pod: states } });
const running = { phase: 'Running', ready: true };
const going = { phase: 'Running', ready: true, terminating: true };
const says = (text: string, on = 'Pod/web/rs1#1', by = 'kubelet') => ({
  reason: 'Said',
  type: 'Normal',
  on,
  says: text,
  by,
});

describe('Pods that no step names are equal among their owner’s', () => {
  it('takes any of them for the victim', () => {
    const recorded = a({ done: ['x Pod/web/rs1#2'], ...pods({ 'web/rs1#1': running, 'web/rs1#2': going }) });
    const played = a({ done: ['x Pod/web/rs1#1'], ...pods({ 'web/rs1#1': going, 'web/rs1#2': running }) });
    expect(judgeCase(recorded, played)).toBeUndefined();
  });

  it('counts their states', () => {
    const recorded = a(pods({ 'web#1': running, 'web#2': going }));
    expect(judgeCase(recorded, a(pods({ 'web#1': going, 'web#2': going })))).toContain('after.Pod.web#');
    expect(judgeCase(recorded, a(pods({ 'web#1': running })))).toContain('after.Pod.web#');
  });

  it('counts what was done to them', () => {
    const recorded = a({ done: ['x Pod/web#1', 'x Pod/web#2'] });
    expect(judgeCase(recorded, a({ done: ['x Pod/web#2', 'x Pod/web#1'] }))).toBeUndefined();
    expect(judgeCase(recorded, a({ done: ['x Pod/web#2'] }))).toContain('did not do "x Pod/web#"');
  });

  it('knows them in the words of Events and in EndpointSlices, in any order', () => {
    const both = { 'web/rs1#1': running, 'web/rs1#2': running };
    const slice = (pod: string, ready: boolean) => ({ pod, ready, serving: ready, terminating: false });
    const with1 = a({
      events: [says('Deleted pod: web/rs1#1', 'ReplicaSet/web/rs1'), says('Stopping')],
      after: {
        Pod: both,
        EndpointSlice: { web: { endpoints: [slice('web/rs1#1', true), slice('web/rs1#2', false)] } },
      },
    });
    const with2 = a({
      events: [says('Stopping', 'Pod/web/rs1#2'), says('Deleted pod: web/rs1#2', 'ReplicaSet/web/rs1')],
      after: {
        Pod: both,
        EndpointSlice: { web: { endpoints: [slice('web/rs1#1', false), slice('web/rs1#2', true)] } },
      },
    });
    expect(judgeCase(with1, with2)).toBeUndefined();
    const bothReady = a({
      events: with2.steps[0]?.events,
      after: {
        Pod: both,
        EndpointSlice: { web: { endpoints: [slice('web/rs1#1', true), slice('web/rs1#2', true)] } },
      },
    });
    expect(judgeCase(with1, bothReady)).toContain('after.EndpointSlice.web.endpoints');
  });

  it('does not take one owner’s for another’s', () => {
    const recorded = a({ done: ['x Pod/web/rs1#1'] });
    expect(judgeCase(recorded, a({ done: ['x Pod/web/rs2#1'] }))).toContain('did not do');
  });

  it('tells two owners apart whose names begin alike, and the first Pod from the tenth', () => {
    const recorded = a({ done: ['x Pod/web#1', '+ Pod/web#10', 'x Pod/web-a#1'] });
    expect(
      judgeCase(recorded, a({ done: ['x Pod/web#10', '+ Pod/web#11', 'x Pod/web-a#2'] })),
    ).toBeUndefined();
    expect(judgeCase(recorded, a({ done: ['x Pod/web#1', '+ Pod/web#10', 'x Pod/web#2'] }))).toContain(
      'web-a#',
    );
  });
});

describe('a Pod that a step names keeps its number', () => {
  const named = (step: Step, done: readonly string[]): CaseRecording => a({ do: step, done });
  const gone1: Step = { kubelet: ['gone', 'web#1'] };

  it('in every step', () => {
    expect(judgeCase(named(gone1, ['- Pod/web#1']), named(gone1, ['- Pod/web#2']))).toContain(
      'did not do "- Pod/web#1"',
    );
  });

  it('but not one whose name only begins so', () => {
    const gone10: Step = { kubelet: ['gone', 'web#10'] };
    expect(judgeCase(named(gone10, ['- Pod/web#1']), named(gone10, ['- Pod/web#2']))).toBeUndefined();
  });

  it('unless the step says that any will do', () => {
    const any: Step = { ...gone1, any: true };
    expect(judgeCase(named(any, ['- Pod/web#1']), named(any, ['- Pod/web#2']))).toBeUndefined();
  });

  it('whatever the played trace says of its steps', () => {
    const any: Step = { ...gone1, any: true };
    expect(judgeCase(named(gone1, ['- Pod/web#1']), named(any, ['- Pod/web#2']))).toContain('did not do');
  });
});

describe('the node of a DaemonSet’s Pod counts only where nodes matter', () => {
  const on = (node: string) => ({ done: [`x Pod/agent@${node}#1`] });

  it('and not in a case about something else', () => {
    expect(judgeCase(a(on('node-1')), a(on('node-2')))).toBeUndefined();
  });

  it.each<[string, Partial<CaseRecording>, Given]>([
    ['the case shows nodes', { observe: { node: true } }, {}],
    ['a node has labels', { nodes: [{ name: 'node-1', labels: { a: 'b' } }] }, {}],
    ['a node has taints', { nodes: [{ name: 'node-1', taints: [{ key: 'a', effect: 'NoSchedule' }] }] }, {}],
    ['a node has less', { nodes: [{ name: 'node-1', cpu: '1' }] }, {}],
    ['a node is changed', {}, { do: { node: { name: 'node-3', body: {} } } }],
    ['a node joins', {}, { do: { addNode: { name: 'node-9' } } }],
    ['a node leaves', {}, { do: { removeNode: 'node-9' } }],
    ['a node is silent', {}, { do: { silence: 'node-9' } }],
    ['a node turns ready', {}, { do: { nodeReady: ['node-9', true] } }],
  ])('when %s', (_, rest, step) => {
    const recorded = a({ ...on('node-1'), ...step }, rest);
    expect(judgeCase(recorded, a({ ...on('node-2'), ...step }, rest))).toContain('did not do');
  });
});

describe('Events', () => {
  const hpa = says('no metrics', 'HorizontalPodAutoscaler/web');

  it('of an HPA count once, however often they are repeated', () => {
    expect(judgeCase(a({ events: [hpa, hpa, hpa] }), a({ events: [hpa] }))).toBeUndefined();
    expect(judgeCase(a({ events: [hpa] }), a({ events: [hpa, hpa] }))).toBeUndefined();
    expect(judgeCase(a({ events: [hpa] }), a({ events: [] }))).toContain('lacks the event');
  });

  it('of anything else count as often as they were said', () => {
    const one = says('Started');
    expect(judgeCase(a({ events: [one, one] }), a({ events: [one] }))).toContain('lacks the event');
    expect(judgeCase(a({ events: [one] }), a({ events: [one, one] }))).toContain('has the event');
  });

  it.each([
    ['reason', { reason: 'Other' }],
    ['type', { type: 'Warning' }],
    ['object', { on: 'Pod/two' }],
    ['words', { says: 'other words' }],
    ['reporter', { by: 'somebody' }],
  ])('differ by their %s', (_, change) => {
    const one = says('Started');
    expect(judgeCase(a({ events: [one] }), a({ events: [{ ...one, ...change }] }))).toContain(
      'lacks the event',
    );
  });
});

describe('what a recording leaves open', () => {
  it('is what was done, where it does not say', () => {
    const { done: _, ...silent } = a({}).steps[0] as CaseStep;
    expect(judgeCase({ name: 'x', steps: [silent] }, a({ done: ['+ Pod/web-0'] }))).toBeUndefined();
  });

  it('is the order of what was done', () => {
    const recorded = a({ done: { anyOrder: ['x Pod/one', '+ Pod/two'] } });
    expect(judgeCase(recorded, a({ done: ['+ Pod/two', 'x Pod/one'] }))).toBeUndefined();
    expect(judgeCase(recorded, a({ done: ['+ Pod/two'] }))).toContain('did not do "x Pod/one"');
  });

  it('is a refusal’s status, and its message where none was kept', () => {
    const recorded = a({ refused: { status: 422, reason: 'Invalid' } });
    const played = a({ refused: { status: 400, reason: 'Invalid', message: 'spec: no' } });
    expect(judgeCase(recorded, played)).toBeUndefined();
    expect(judgeCase(played, a({ refused: { reason: 'Invalid', message: 'else' } }))).toContain(
      'refused.message',
    );
  });
});
