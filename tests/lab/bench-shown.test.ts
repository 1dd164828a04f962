import { describe, expect, it } from 'vitest';
import type { BenchShown } from '@/lib/lab/bench-shown';
import { compact } from '@/lib/lab/compact';
import { linkOf, readLink } from '@/lib/lab/link';
import { firstChoice, loadPresets } from '@/lib/lab/load-choice';
import { boardOfTheNotes } from '@/lib/lab/migration-board';
import { firstSelectorChoice } from '@/lib/lab/selector-board';
import { firstSwapChoice } from '@/lib/lab/swap-test/choice';

const bare = {
  scenario: 'a-bench',
  state: { nowMs: 0, here: 'A', futures: [{ name: 'A', commands: [] }] },
} as const;
const read = (bench: BenchShown) => readLink(linkOf({ ...bare, shown: { bench } }));

const texts = { map: '', pairs: 'matchLabels: [\n', sets: '选择器: "’\\' };
const lone = { carrier: 'pod', replicas: 2, door: 'nodeport', storage: 'claim' } as const;
const benches: readonly BenchShown[] = [
  { kind: 'load-bench', choice: firstChoice, atMs: 0 },
  {
    kind: 'load-bench',
    choice: {
      ...firstChoice,
      load: loadPresets.wave.with(14, 10),
      kind: 'DaemonSet',
      requestMilli: 400,
      sidecar: 'silent',
      measure: 'both',
      target: 80,
      minReplicas: 3,
      maxReplicas: 6,
      descent: 'single',
      hasMetrics: false,
    },
    atMs: 900_000,
  },
  { kind: 'selector-board', choice: firstSelectorChoice },
  {
    kind: 'selector-board',
    choice: {
      texts,
      active: 'sets',
      task: 5,
      kinds: { map: 'Service', selector: 'ReplicationController' },
      template: '',
    },
  },
  { kind: 'swap-test', choice: firstSwapChoice },
  {
    kind: 'swap-test',
    choice: { app: 'mongodb', controller: 'StatefulSet', store: 'claim', asks: 'name' },
  },
  { kind: 'migration-board', choice: boardOfTheNotes },
  { kind: 'migration-board', choice: { ...boardOfTheNotes, apache: lone } },
];

describe('what is chosen at a bench', () => {
  it.each(benches)('comes back from a link as it was: $kind', (bench) => {
    expect(read(bench)).toEqual({ ok: true, link: { ...bare, shown: { bench } } });
  });

  it('stands beside the object that is open', () => {
    const shown = { selected: 'Pod/default/web-0', bench: benches[4] as BenchShown };
    expect(readLink(linkOf({ ...bare, shown }))).toEqual({ ok: true, link: { ...bare, shown } });
  });

  const load = [firstChoice.load, 'Deployment', 200, 'none', 'pod', 50, 2, 12, 'default', 1];
  const slot = ['none', 1, 'none', 'none'];
  const selectors = [['', '', ''], 'map', 0, 'Service', 'Service', ''];
  it.each([
    ['no list', 'load-bench'],
    ['a bench that there is not', ['bench', 0]],
    ['the name of an object of the language', ['__proto__']],
    ['a look after the last one', ['load-bench', 61, ...load]],
    ['a look between two', ['load-bench', 1.5, ...load]],
    ['a minute too few', ['load-bench', 0, firstChoice.load.slice(1), ...load.slice(1)]],
    ['more work than there is', ['load-bench', 0, firstChoice.load.with(3, 1_601), ...load.slice(1)]],
    ['a number that is not offered', ['load-bench', 0, ...load.with(2, 300)]],
    ['a choice too many', ['load-bench', 0, ...load, 1]],
    ['a text too few', ['selector-board', ['', ''], ...selectors.slice(1)]],
    ['a text that is a number', ['selector-board', ['', '', 7], ...selectors.slice(1)]],
    ['a text that is too long', ['selector-board', ['', '', 'a'.repeat(8_001)], ...selectors.slice(1)]],
    ['a task that there is not', ['selector-board', ...selectors.with(2, 6)]],
    ['a store that this program has not', ['swap-test', 'pages', 'Deployment', 'claim', 'service']],
    ['members that are asked through a Service', ['swap-test', 'mongodb', 'StatefulSet', 'claim', 'service']],
    ['a machine too few', ['migration-board', slot, slot, slot]],
    ['more replicas than the board has', ['migration-board', slot, slot, slot, slot.with(1, 4)]],
  ])('is damaged with %s', (_, packed) => {
    const json = JSON.stringify({
      s: 'a',
      t: 0,
      h: 'A',
      f: [['A', null, null, null, 0, []]],
      v: [null, null, packed],
    });
    expect(readLink(`1${compact(json)}`)).toEqual({ ok: false, why: 'damaged' });
  });
});
