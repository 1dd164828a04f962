import { describe, expect, it } from 'vitest';
import { matchesNode, matchesTerm, nodePreference } from '@/lib/cluster/controllers/scheduler/node-affinity';
import type { Affinity, Node, NodeSelectorTerm, Pod, PodSpec } from '@/lib/cluster/objects';

const node: Node = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: {
    name: 'node-1',
    uid: 'n',
    resourceVersion: '1',
    creationTimestamp: '2026-01-01T00:00:00Z',
    labels: { disk: 'ssd', cores: '16', word: 'many' },
  },
  spec: {},
  status: { capacity: {}, allocatable: {}, conditions: [] },
};
const one = (
  key: string,
  operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt',
  ...values: string[]
): NodeSelectorTerm => ({ matchExpressions: [{ key, operator, values }] });
const named = (operator: 'In' | 'NotIn', name: string): NodeSelectorTerm => ({
  matchFields: [{ key: 'metadata.name', operator, values: [name] }],
});
const podWith = (spec: Partial<PodSpec>) => ({ spec: { containers: [], ...spec } }) as unknown as Pod;
const requiring = (...nodeSelectorTerms: NodeSelectorTerm[]): Affinity => ({
  nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
});

describe('a term of a node selector', () => {
  it.each([
    ['In: one of the values', one('disk', 'In', 'hdd', 'ssd'), true],
    ['In: none of the values', one('disk', 'In', 'hdd'), false],
    ['In: no such label', one('gpu', 'In', 'yes'), false],
    ['NotIn: one of the values', one('disk', 'NotIn', 'ssd'), false],
    ['NotIn: no such label', one('gpu', 'NotIn', 'yes'), true],
    ['Exists', one('disk', 'Exists'), true],
    ['Exists: no such label', one('gpu', 'Exists'), false],
    ['DoesNotExist', one('gpu', 'DoesNotExist'), true],
    ['DoesNotExist: a label', one('disk', 'DoesNotExist'), false],
    ['Gt: more', one('cores', 'Gt', '8'), true],
    ['Gt: as many', one('cores', 'Gt', '16'), false],
    ['Lt: fewer', one('cores', 'Lt', '17'), true],
    ['Lt: as many', one('cores', 'Lt', '16'), false],
    ['Gt: compares numbers, not texts', one('cores', 'Gt', '9'), true],
    ['Gt: a label that is no number', one('word', 'Gt', '1'), false],
    ['Lt: no such label', one('gpu', 'Lt', '1'), false],
    ['the name of the node', named('In', 'node-1'), true],
    ['the name of another node', named('In', 'node-2'), false],
    ['not the name of another node', named('NotIn', 'node-2'), true],
    ['labels and name together', { ...one('disk', 'Exists'), ...named('In', 'node-2') }, false],
    ['nothing', {}, false],
  ])('%s', (_, term, matches) => {
    expect(matchesTerm(term, node)).toBe(matches);
  });
});

describe('node affinity', () => {
  it('takes a node that one of the terms matches', () => {
    expect(
      matchesNode(podWith({ affinity: requiring(named('In', 'node-2'), one('disk', 'Exists')) }), node),
    ).toBe(true);
  });

  it('takes no node when no term matches, or there is none', () => {
    expect(matchesNode(podWith({ affinity: requiring(named('In', 'node-2')) }), node)).toBe(false);
    expect(matchesNode(podWith({ affinity: requiring() }), node)).toBe(false);
  });

  it('wants the nodeSelector as well', () => {
    const affinity = requiring(one('disk', 'Exists'));
    expect(matchesNode(podWith({ affinity, nodeSelector: { disk: 'ssd' } }), node)).toBe(true);
    expect(matchesNode(podWith({ affinity, nodeSelector: { disk: 'hdd' } }), node)).toBe(false);
  });

  it('adds up the weights of the preferred terms that match', () => {
    const affinity: Affinity = {
      nodeAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 7, preference: one('disk', 'In', 'ssd') },
          { weight: 20, preference: one('disk', 'In', 'hdd') },
          { weight: 5, preference: named('In', 'node-1') },
        ],
      },
    };
    expect(nodePreference(podWith({ affinity }), node)).toBe(12);
  });
});
