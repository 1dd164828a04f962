import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** The `'sha256-…'` sources that a page's inline scripts need in `script-src`. */
export function inlineScriptHashes(html) {
  const hash = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  return [...new Set([...html.matchAll(INLINE_SCRIPT)].map(([, script]) => hash(script)))];
}

/**
 * Writes `csp-hashes.json` into the build folder: per prerendered page (`/en/learn/…`) its inline scripts' hashes.
 * Returns the number of pages.
 */
export function writeCspHashes(buildFolder) {
  const pages = path.join(buildFolder, 'server', 'app');
  const files = readdirSync(pages, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.html'));
  const entries = files.map((file) => {
    const route = `/${file
      .split(path.sep)
      .join('/')
      .replace(/\.html$/, '')
      .replace(/^index$/, '')}`;
    return [route, inlineScriptHashes(readFileSync(path.join(pages, file), 'utf8'))];
  });
  writeFileSync(path.join(buildFolder, 'csp-hashes.json'), JSON.stringify(Object.fromEntries(entries)));
  return entries.length;
}
