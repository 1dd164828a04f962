import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect } from '@playwright/test';
import { root } from './content';

export interface Document {
  readonly kind: 'page' | 'payload' | 'file';
  /** With what was asked for beside it. */
  readonly address: string;
  readonly text: string;
}

/** Ways in which Next's router asks for a page's payload: whole, and its prefetched parts. */
const payloadHeaders: readonly Readonly<Record<string, string>>[] = [
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1' },
  ...['/_tree', '/_full', '/_index', '/_head'].map((part) => ({
    RSC: '1',
    'Next-Router-Prefetch': '1',
    'Next-Router-Segment-Prefetch': part,
  })),
];

const linked = (html: string) => [...html.matchAll(/href="(\/[^"#?]*)/g)].map(([, to = '']) => to);
const chunks = (text: string) =>
  [...text.matchAll(/static\/(?:chunks|media|css|[\w-]{10,})\/[^"'`\\\s)]+?\.(?:js|css|json)/g)].map(
    ([file]) => `/_next/${file}`,
  );
const isPage = (address: string) => !address.startsWith('/_next/') && !/\.\w+$/.test(address);

/** Everything in the build's folder for browsers: all of it is served, whether a page names it or not. */
function filesForBrowsers(): readonly string[] {
  const folder = path.join(root, '.next', 'static');
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|css|json|map|txt)$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => `/_next/static/${file.split(path.sep).join('/')}`);
}

/** All that a browser can get without a word from its learner: pages from link to link, their payloads, all scripts. */
export async function crawl(
  request: APIRequestContext,
  from: readonly string[],
): Promise<readonly Document[]> {
  const documents: Document[] = [];
  const pages = new Set(from.filter(isPage));
  const files = new Set([...filesForBrowsers(), ...from.filter((address) => !isPage(address))]);
  const note = (text: string) => {
    for (const file of chunks(text)) files.add(file);
  };
  for (const address of pages) {
    const page = await request.get(address);
    const text = await page.text();
    documents.push({ kind: 'page', address, text });
    note(text);
    for (const to of linked(text)) (isPage(to) ? pages : files).add(to);
    for (const headers of payloadHeaders) {
      const payload = await request.get(address, { headers });
      const part = headers['Next-Router-Segment-Prefetch'] ?? '';
      const body = await payload.text();
      documents.push({ kind: 'payload', address: `${address} ${part}`, text: body });
      note(body);
      if (part === '' && page.status() === 200)
        expect(payload.headers()['content-type'], `the payload of ${address}`).toContain('text/x-component');
    }
  }
  for (const address of files) {
    const file = await request.get(address);
    const text = file.status() === 200 ? await file.text() : '';
    documents.push({ kind: 'file', address, text });
    note(text);
    if (!address.endsWith('.js')) continue;
    const map = await request.get(`${address}.map`);
    if (map.status() === 200)
      documents.push({ kind: 'file', address: `${address}.map`, text: await map.text() });
  }
  return documents;
}
