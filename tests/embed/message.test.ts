import { describe, expect, it } from 'vitest';
import { heightForOthers, heightOf, isNewHeight, tallestPx } from '@/lib/embed/message';

describe('a message of a widget', () => {
  it('is a height in whole pixels; of content higher than any widget the greatest, so that the frame is not left as low as before', () => {
    expect([0.4, 640.5, tallestPx, tallestPx + 0.1, 9_999].map(heightOf)).toEqual([
      1,
      641,
      tallestPx,
      tallestPx,
      tallestPx,
    ]);
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
