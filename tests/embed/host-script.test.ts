// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

const source = readFileSync(path.resolve('public/embed.js'), 'utf8');
const site = 'https://podium.example';

interface Browser {
  readonly happyDOM: { readonly settings: { disableIframePageLoading: boolean } };
}
(window as unknown as Browser).happyDOM.settings.disableIframePageLoading = false;

/** A host's page with the script in it; its frames stay empty: only what the script does to them is looked at. */
function host(html: string) {
  document.body.innerHTML = html;
  Object.defineProperty(document, 'currentScript', {
    configurable: true,
    value: { src: `${site}/embed.js` },
  });
  new Function(source)();
  return [...document.querySelectorAll('iframe')].map((frame) => {
    const speaker = {} as Window;
    Object.defineProperty(frame, 'contentWindow', { value: speaker });
    Object.defineProperty(frame, 'src', { value: frame.dataset.src });
    return { frame, speaker };
  });
}

const says = (from: unknown, data: unknown) => {
  const event = new MessageEvent('message', { data });
  Object.defineProperty(event, 'source', { value: from });
  window.dispatchEvent(event);
};

const widget = `<iframe data-src="${site}/embed/a/b"></iframe>`;

describe('embed.js in a host’s page', () => {
  beforeEach(() => {
    document.body.innerHTML = '';
  });

  it('is under 2 kB', () => {
    expect(Buffer.byteLength(source)).toBeLessThan(2_000);
  });

  it('makes the frame that spoke as high as it says, and no other', () => {
    const [first, second] = host(widget + widget);
    says(second?.speaker, { podium: 1, type: 'height', px: 512 });
    expect(second?.frame.style.height).toBe('512px');
    expect(first?.frame.style.height).toBe('');
  });

  it('does not listen to other windows, to frames of other sites, or to other pages of this one', () => {
    const frames = host(
      `<iframe data-src="https://evil.example/embed/a/b"></iframe><iframe data-src="${site}/en/play"></iframe>${widget}`,
    );
    for (const { speaker } of frames.slice(0, 2)) says(speaker, { podium: 1, type: 'height', px: 512 });
    says({}, { podium: 1, type: 'height', px: 512 });
    expect(frames.map(({ frame }) => frame.style.height)).toEqual(['', '', '']);
  });

  it.each([
    ['another version', { podium: 2, type: 'height', px: 512 }],
    ['no number', { podium: 1, type: 'height', px: '512px;position:fixed' }],
    ['a fraction', { podium: 1, type: 'height', px: 51.2 }],
    ['more than a page bears', { podium: 1, type: 'height', px: 1e9 }],
    ['nothing', null],
  ])('does nothing for %s', (_, data) => {
    const [only] = host(widget);
    says(only?.speaker, data);
    expect(only?.frame.style.height).toBe('');
  });

  it('puts the focus right behind a widget that its reader leaves', () => {
    const [only] = host(`${widget}<a href="#x">next</a>`);
    says(only?.speaker, { podium: 1, type: 'leave' });
    expect(document.activeElement).toBe(only?.frame.nextElementSibling);
    (document.activeElement as HTMLElement).blur();
    expect(only?.frame.nextElementSibling?.tagName).toBe('A');
  });
});
