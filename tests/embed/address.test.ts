import { describe, expect, it } from 'vitest';
import { embedAddress, embedPage, iframeCode } from '@/lib/embed/address';

const name = { lesson: 'statefulset', lab: 'free-the-rollout' };

describe('the address of a widget', () => {
  it('names lesson and lab, and only what differs from what a widget does by itself', () => {
    expect(embedAddress(name)).toBe('/embed/statefulset/free-the-rollout');
    expect(embedAddress(name, { theme: 'auto' })).toBe('/embed/statefulset/free-the-rollout');
    expect(embedAddress(name, { theme: 'dark', locale: 'zh' }, '#k')).toBe(
      '/embed/statefulset/free-the-rollout?theme=dark&locale=zh#k',
    );
  });

  it('leads to the page in the language that it asks for', () => {
    const page = (query: string) => embedPage('/embed/a/b', new URLSearchParams(query), 'zh');
    expect(page('locale=en')).toBe('/embed/en/a/b');
    expect(page('theme=dark&locale=zh')).toBe('/embed/zh/a/b');
  });

  it('leads to the page in the reader’s language when it asks for none that there is', () => {
    for (const query of ['', 'locale=', 'locale=xx', 'locale=../en'])
      expect(embedPage('/embed/a/b', new URLSearchParams(query), 'zh'), query).toBe('/embed/zh/a/b');
  });

  it('is no widget with another number of parts, and a page of its own with the language in it', () => {
    for (const path of ['/embed', '/embed/a', '/embed/a/b/c', '/embed//b', '/en/play', '/embed/en/a/b'])
      expect(embedPage(path, new URLSearchParams(), 'en'), path).toBeUndefined();
  });
});

describe('the code of a widget', () => {
  const code = (title: string, theme: 'auto' | 'dark' = 'auto') =>
    iframeCode('https://podium.example', name, { theme, locale: 'en' }, title, '#k=1&x');

  it('holds an iframe that works alone, and the script that sets its height', () => {
    expect(code('Free the rollout')).toContain(
      'src="https://podium.example/embed/statefulset/free-the-rollout?locale=en#k=1&amp;x"',
    );
    expect(code('Free the rollout')).toContain('title="Free the rollout"');
    expect(code('x')).toContain('<script async src="https://podium.example/embed.js"></script>');
  });

  it('lets no title break out of its attribute', () => {
    expect(code('"><script>')).not.toContain('"><script>');
  });

  it('gives the frame the scheme of a chosen theme, so that its ground stays clear', () => {
    expect(code('x', 'dark')).toContain('style="border:0;color-scheme:dark"');
    expect(code('x')).toContain('style="border:0"');
  });
});
