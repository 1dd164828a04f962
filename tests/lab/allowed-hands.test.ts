import { expect, test } from 'vitest';
import { allowedHands } from '@/lib/lab/allowed-hands';
import { createSession } from '@/lib/lab/create-session';
import { handsFor } from '@/lib/lab/hands';
import { hasPrompt } from '@/lib/lab/has-prompt';
import { permits } from '@/lib/lab/permits';
import type { Hand } from '@/lib/lab/scenario';
import { up } from './stories';

const session = createSession(up);
session.seek(12_000);
const view = session.view();
const images = ['db:v1', 'db:v2'];
const objects = [
  ...view.pods.map(({ key }) => key),
  ...view.workloads.map(({ key }) => key),
  ...view.claims.map(({ key }) => key),
  ...view.nodes.map(({ name }) => `Node//${name}`),
];

const all: readonly Hand[] = [
  'kubectl',
  'any',
  'delete',
  'crash',
  'failLiveness',
  'slowStart',
  'cordon',
  'taint',
  'drain',
  'silence',
  'scale',
  'deletePod',
  'failReadiness',
  'policy',
  'setImage',
  'deleteSet',
];

const idsOf = (hands: readonly Hand[], key: string) =>
  allowedHands(handsFor(view, key, images), { hands }).map(({ id }) => id);

test.each(all)('what is offered by the hand %s is what its grade permits', (hand) => {
  for (const key of objects)
    for (const { id, commands } of allowedHands(handsFor(view, key, images), { hands: [hand] }))
      for (const command of commands)
        expect(permits(hand, command, { images }), `${id} of ${key}`).toBe(true);
});

test('with kubectl alone nothing is broken that kubectl could not break', () => {
  expect(idsOf(['kubectl'], 'Pod/default/web-0')).toEqual(['delete', 'deleteNow']);
  expect(idsOf(['kubectl'], 'Node//node-1')).toEqual(['cordon', 'drain', 'taint', 'delete']);
});

test('any hand offers all, one hand its own, the hands on the subject none', () => {
  const pod = 'Pod/default/web-0';
  expect(idsOf(['any'], pod)).toEqual(handsFor(view, pod).map(({ id }) => id));
  expect(idsOf(['crash'], pod)).toEqual(['crash']);
  expect(new Set(idsOf(['slowStart'], pod))).toEqual(new Set(['slowStart']));
  expect(idsOf(['deletePod', 'scale'], pod)).toEqual([]);
});

test('there is a prompt where kubectl or anything is allowed, or where there are files', () => {
  expect(hasPrompt({ hands: ['scale', 'deletePod'] })).toBe(false);
  expect(hasPrompt({ hands: ['kubectl'] })).toBe(true);
  expect(hasPrompt({ hands: ['any'] })).toBe(true);
  expect(hasPrompt({ hands: [], files: { 'web.yaml': '' } })).toBe(true);
});
