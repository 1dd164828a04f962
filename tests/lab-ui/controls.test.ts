import { expect, test } from 'vitest';
import { actionOf, type Focus } from '@/app/_ui/lab/figure-keys';
import * as hands from '@/app/_ui/lab/hand-commands';
import { outlineOf } from '@/app/_ui/lab/outline';
import { labWords } from '@/app/_ui/lab/words';
import { blocked, scenario } from './fixtures';

const press = (key: string, more: object = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test.each([
  [press(' '), 'figure', 'playOrPause'],
  [press(' '), 'button', undefined],
  [press('ArrowRight'), 'figure', 'step'],
  [press('ArrowLeft'), 'button', 'back'],
  [press('ArrowRight', { shiftKey: true }), 'figure', 'stepTen'],
  [press('ArrowLeft', { shiftKey: true }), 'figure', 'backTen'],
  [press('Home'), 'figure', 'toStart'],
  [press('End'), 'figure', 'toEnd'],
  [press('['), 'figure', 'slower'],
  [press(']'), 'figure', 'faster'],
  [press('z', { ctrlKey: true }), 'figure', 'undo'],
  [press('Z', { ctrlKey: true, shiftKey: true }), 'figure', 'redo'],
  [press('z', { metaKey: true }), 'button', 'undo'],
  [press('.'), 'figure', 'why'],
  [press('O', { shiftKey: true }), 'figure', 'outline'],
  [press('?', { shiftKey: true }), 'figure', 'keys'],
  [press('f'), 'figure', 'fork'],
  [press('B', { shiftKey: true }), 'figure', 'toB'],
  [press('/'), 'figure', 'kubectl'],
  [press('y'), 'button', 'yaml'],
  [press('m'), 'figure', 'machine'],
  [press('d'), 'field', undefined],
  [press('a', { ctrlKey: true }), 'figure', undefined],
  [press('Escape'), 'figure', 'leave'],
  [press('Escape'), 'field', 'leave'],
  [press('ArrowRight'), 'field', undefined],
  [press('o'), 'field', undefined],
  [press('r', { ctrlKey: true }), 'figure', undefined],
  [press('ArrowLeft', { altKey: true }), 'figure', undefined],
  [press('Tab'), 'figure', undefined],
] as const)('%o with the focus on a %s means %s', (key, focus, action) => {
  expect(actionOf(key, focus as Focus)).toBe(action);
});

test('hands make the commands that kubectl would send', () => {
  expect(hands.scale(scenario, 5)).toEqual({ verb: 'scale', kind: 'StatefulSet', name: 'web', replicas: 5 });
  expect(hands.deletePod('web-1')).toEqual({ verb: 'delete', kind: 'Pod', name: 'web-1' });
  expect(hands.deleteSet(scenario)).toEqual({ verb: 'delete', kind: 'StatefulSet', name: 'web' });
  expect(hands.setImage(scenario, 'db:v3')).toMatchObject({
    verb: 'patch',
    type: 'strategic',
    body: { spec: { template: { spec: { containers: [{ name: 'db', image: 'db:v3' }] } } } },
  });
  expect(hands.setWhenScaled(scenario, 'Delete')).toMatchObject({
    type: 'merge',
    body: { spec: { persistentVolumeClaimRetentionPolicy: { whenScaled: 'Delete' } } },
  });
});

test('an image hand without a container to name breaks at once', () => {
  expect(() => hands.setImage({ ...scenario, commands: [] }, 'db:v3')).toThrow(
    /no command makes StatefulSet\/web/,
  );
});

test('the outline says the scene in words, places in the order of ordinals', () => {
  const [set, ...rest] = outlineOf(blocked, labWords.en);
  expect(set?.label).toBe('StatefulSet web, 1 of 3 Ready, OrderedReady, db:v2');
  expect(set?.items.map(({ label }) => label)).toEqual([
    'web-0, Pod on node-1, Running, not Ready, revision 1 of 2',
    'web-1, not created, next image db:v2',
    'web-2, Pod on node-3, Running, Ready, revision 2 of 2',
  ]);
  expect(rest.map(({ label }) => label)).toContain('data-web-1, claim, Bound, 1Gi, kept without a Pod');
  expect(new Set(rest.map(({ id }) => id)).size).toBe(rest.length);
});
