/**
 * What a widget tells the page that frames it: plain objects sent with postMessage. Version 1 knows a widget's height and
 * that the reader leaves it by keyboard. A host ignores what it does not know; a widget takes no orders from its host.
 *
 * Origins: a message says nothing about a reader, so it is sent to any host (`*`); a widget in a sandbox without an origin of
 * its own (WordPress) is heard, too. The host must not trust an origin either, but the frame: it takes a message only from a
 * window of an iframe that it made itself (`event.source`), as public/embed.js does.
 */
export type EmbedMessage =
  | {
      readonly podium: 1;
      readonly type: 'height';
      /** Of the widget's content, whole CSS pixels. */
      readonly px: number;
    }
  | { readonly podium: 1; readonly type: 'leave' };

/** A widget is never taller than this to its host, px: whatever a page says, a host's own page stays usable. */
export const tallestPx = 4_000;

/** The height that is told of content so high: whole pixels. What is higher than any widget scrolls inside its frame. */
export const heightOf = (contentPx: number): number => Math.min(tallestPx, Math.ceil(contentPx));

/** A height worth telling after another one: fractions of a pixel and a host's own rounding do not start a dance. */
export const isNewHeight = (toldPx: number | undefined, px: number): boolean =>
  toldPx === undefined || Math.abs(px - toldPx) >= 2;

/**
 * The same height in the words of hosts that have their own: WordPress (src/js/_enqueues/wp/embed.js, which needs the secret
 * that it wrote into the address), Canvas (doc/api/lti_window_post_message.md), Open edX (frontend-app-learning).
 */
export function heightForOthers(px: number, hash: string): readonly object[] {
  const secret = /[?&]secret=([A-Za-z0-9]+)/.exec(hash)?.[1];
  return [
    ...(secret === undefined ? [] : [{ message: 'height', value: px, secret }]),
    { subject: 'lti.frameResize', height: px },
    { type: 'plugin.resize', payload: { height: px } },
  ];
}
