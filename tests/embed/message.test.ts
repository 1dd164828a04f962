import { describe, expect, it } from 'vitest';
import { asEmbedMessage, heightForOthers, heightOf, isNewHeight, tallestPx } from '@/lib/embed/message';

describe('a message of a widget', () => {
  it('is a height in whole pixels, or that the reader leaves', () => {
    expect(asEmbedMessage({ podium: 1, type: 'height', px: 640 })).toEqual({
      podium: 1,
      type: 'height',
      px: 640,
    });
    expect(asEmbedMessage({ podium: 1, type: 'leave', more: 1 })).toEqual({ podium: 1, type: 'leave' });
  });

  it('of content higher than any widget is the greatest height, so that the frame is not left as low as before', () => {
    for (const contentPx of [0.4, 640.5, tallestPx, tallestPx + 0.1, 9_999])
      expect(
        asEmbedMessage({ podium: 1, type: 'height', px: heightOf(contentPx) }),
        `${contentPx}`,
      ).toBeDefined();
    expect([heightOf(640.5), heightOf(9_999)]).toEqual([641, tallestPx]);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'height'],
    ['another version', { podium: 2, type: 'height', px: 640 }],
    ['a version as a text', { podium: '1', type: 'height', px: 640 }],
    ['an unknown type', { podium: 1, type: 'navigate', url: 'https://example.org' }],
    ['a height of nothing', { podium: 1, type: 'height', px: 0 }],
    ['a fraction', { podium: 1, type: 'height', px: 640.5 }],
    ['a text as height', { podium: 1, type: 'height', px: '640' }],
    ['no number', { podium: 1, type: 'height', px: Number.NaN }],
    ['a height that no widget has', { podium: 1, type: 'height', px: tallestPx + 1 }],
    ['a list', [1, 'height', 640]],
  ])('is not %s', (_, value) => {
    expect(asEmbedMessage(value)).toBeUndefined();
  });

  it('tells a height again only when it differs by two pixels or more', () => {
    expect(isNewHeight(undefined, 640)).toBe(true);
    expect(isNewHeight(640, 641)).toBe(false);
    expect(isNewHeight(640, 638)).toBe(true);
  });

  it('says the height to WordPress with the secret that it wrote into the address, and to it alone', () => {
    expect(heightForOthers(640, '#?secret=AbC123xyz0')).toContainEqual({
      message: 'height',
      value: 640,
      secret: 'AbC123xyz0',
    });
    expect(heightForOthers(640, '#k=1').map((message) => Object.keys(message)[0])).toEqual([
      'subject',
      'type',
    ]);
  });

  it('says nothing about a reader', () => {
    expect(JSON.stringify(heightForOthers(640, ''))).toBe(
      '[{"subject":"lti.frameResize","height":640},{"type":"plugin.resize","payload":{"height":640}}]',
    );
  });
});
