import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inlineScriptSources, pagePolicy, scriptsByPage } from '@/lib/page-policy';

const hashOf = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pages-'));
  mkdirSync(path.join(folder, 'en'));
  writeFileSync(path.join(folder, 'en.html'), '<script src="/a.js"></script><script>one()</script>');
  writeFileSync(
    path.join(folder, 'en', 'progress.html'),
    '<script id="x">two()</script><script>two()</script>',
  );
  writeFileSync(path.join(folder, '_not-found.html'), '<script>lost()</script>');
  writeFileSync(path.join(folder, 'en.rsc'), '<script>data()</script>');
});

afterEach(() => rmSync(folder, { recursive: true }));

const scriptSources = (policy: string | undefined) =>
  policy?.split('; ').find((each) => each.startsWith('script-src'));

describe('the policy of a page', () => {
  it('names the inline scripts of that page and of the pages for failures, and no other', () => {
    const pages = scriptsByPage(folder);
    expect(scriptSources(pagePolicy(pages, '/en'))).toBe(
      `script-src 'self' ${hashOf('one()')} ${hashOf('lost()')}`,
    );
    expect(scriptSources(pagePolicy(pages, '/en/progress'))).toBe(
      `script-src 'self' ${hashOf('two()')} ${hashOf('lost()')}`,
    );
  });

  it('lets an address without a page run the scripts of the pages for failures alone', () => {
    const pages = scriptsByPage(folder);
    for (const address of ['/nope', '/en/../en', '/__proto__']) {
      expect(scriptSources(pagePolicy(pages, address))).toBe(`script-src 'self' ${hashOf('lost()')}`);
    }
  });

  it('never allows inline scripts at large', () => {
    expect(scriptSources(pagePolicy(scriptsByPage(folder), '/en'))).not.toContain('unsafe');
  });

  it('lets anybody frame a widget, and only this site any other page', () => {
    const pages = scriptsByPage(folder);
    const framed = (address: string) =>
      pagePolicy(pages, address)
        ?.split('; ')
        .find((each) => each.startsWith('frame-ancestors'));
    expect(framed('/embed/en/statefulset/free-the-rollout')).toBe('frame-ancestors *');
    for (const address of ['/en', '/en/play', '/en/lab/a--b', '/en/embed/a/b', '/embedded', '/nope']) {
      expect(framed(address), address).toBe("frame-ancestors 'self'");
    }
  });

  it('lets a page frame pages of this site alone', () => {
    expect(pagePolicy(scriptsByPage(folder), '/en')).toContain("; frame-src 'self';");
  });

  it('is absent when nothing was built', () => {
    expect(pagePolicy(scriptsByPage(path.join(folder, 'missing')), '/en')).toBeUndefined();
  });
});

describe('inline scripts', () => {
  it('are hashed over their text to the byte, with line breaks and quotes', () => {
    expect(inlineScriptSources('<script>a\n"b"</script>')).toEqual([hashOf('a\n"b"')]);
  });

  it('are not the scripts that come from a file', () => {
    expect(inlineScriptSources('<script src="/x.js" async=""></script>')).toEqual([]);
  });
});
