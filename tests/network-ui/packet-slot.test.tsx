import type { ReactElement } from 'react';
import { expect, test } from 'vitest';
import { figureSlots } from '@/app/_ui/lesson/figure-slots';
import { LivingPacket } from '@/app/_ui/lesson/living';
import { getPacketPaths, getPacketScenario } from '@/lib/course/packets';

const { Packet } = figureSlots('statefulset-identity-and-order', 'zh');

test('the text of any lesson can name a way of a packet, in its own language and with its own number', () => {
  const figure = Packet({ path: 'pod-to-service', number: '10.2' }) as ReactElement<object>;
  expect(figure.type).toBe(LivingPacket);
  expect(figure.props).toEqual({
    scenario: getPacketScenario('pod-to-service'),
    locale: 'zh',
    number: '10.2',
  });
});

test('a way that is not there breaks at once, and says which there are', () => {
  const ids = getPacketPaths().map(({ id }) => id);
  expect(() => Packet({ path: 'pod-to-servce' })).toThrow(
    `content/packets has no path "pod-to-servce"; it has ${ids.join(', ')}`,
  );
});
