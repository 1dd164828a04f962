import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptOffline } from '@/lib/kept-offline';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'podium-built-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...files: readonly string[]) {
  for (const file of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), 'id\n');
  }
}

const kept = (locale: 'en' | 'zh') =>
  keptOffline(path.join(folder, 'built'), path.join(folder, 'beside'), locale);

describe('What a browser keeps', () => {
  it('is every script and style of the build, without their maps, and what stands beside them', () => {
    put(
      'built/BUILD_ID',
      'built/static/chunks/a.js',
      'built/static/chunks/a.js.map',
      'built/static/media/b.svg',
    );
    put('beside/theme.js', 'beside/embed.js', 'beside/offline-worker.js', 'built/server/app/icon.svg.body');
    expect(kept('en')?.build).toBe('id');
    expect(kept('en')?.files).toEqual([
      '/_next/static/chunks/a.js',
      '/_next/static/media/b.svg',
      '/theme.js',
      '/icon.svg',
    ]);
  });

  it('is every page of one language that is something without the server, and the index of its search', () => {
    put('built/BUILD_ID');
    const pages = [
      'en',
      'zh',
      'en/learn/a',
      'zh/learn/a',
      'en/sign-in',
      'en/teach',
      'en/join',
      'embed/en',
      '_not-found',
    ];
    put(
      ...pages.map((page) => `built/server/app/${page}.html`),
      'built/server/app/en/search/index.json.body',
    );
    put('built/server/app/en/learn/a.rsc', 'built/server/app/english.html');
    expect(kept('en')?.pages).toEqual(['/en', '/en/learn/a', '/en/search/index.json']);
    expect(kept('zh')?.pages).toEqual(['/zh', '/zh/learn/a']);
  });

  it('is nothing where nothing was built', () => {
    expect(kept('en')).toBeUndefined();
  });
});
