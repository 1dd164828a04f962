import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** CSP sources for the inline scripts of a page: `'sha256-…'`, each once. */
export const inlineScriptSources = (html: string): readonly string[] => [
  ...new Set(
    [...html.matchAll(INLINE_SCRIPT)].map(
      ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
    ),
  ),
];

/** Inline scripts of every prerendered page below a folder, by its address; the framework's own pages begin with `_`. */
export function scriptsByPage(folder: string): ReadonlyMap<string, readonly string[]> {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [
        `/${file.slice(0, -'.html'.length).split(path.sep).join('/')}`,
        inlineScriptSources(readFileSync(path.join(folder, file), 'utf8')),
      ]),
  );
}

/** Who may show the page at an address in a frame: anybody a widget, nobody but this site all else. */
const framedBy = (address: string): string => (/^\/embed(\/|$)/.test(address) ? '*' : "'self'");

/**
 * The Content-Security-Policy of the page at an address: scripts of this site, and the inline scripts that the build
 * wrote into that page, by their hashes. An address without a page gets what the framework's own pages need (404, 500).
 * Only `/embed` may stand in another site's frame (CSP 3, `frame-ancestors`; next.config.js says the same to old browsers).
 * Style attributes are allowed, since highlighted code and drawings place things by them; style elements are not.
 * Undefined when nothing was built, as in development.
 */
export function pagePolicy(
  pages: ReadonlyMap<string, readonly string[]>,
  address: string,
): string | undefined {
  if (pages.size === 0) return undefined;
  const own = [...pages].filter(([page]) => page.startsWith('/_')).flatMap(([, sources]) => sources);
  const sources = [...new Set([...(pages.get(address) ?? []), ...own])];
  return [
    "default-src 'self'",
    ["script-src 'self'", ...sources].join(' '),
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy(address)}`,
  ].join('; ');
}
