import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from './text';

/** What a browser keeps of one build, to be read without a connection in one language. Addresses from the site's root. */
export interface KeptOffline {
  readonly build: string;
  /** Scripts, styles and pictures of all pages. */
  readonly files: readonly string[];
  readonly pages: readonly string[];
}

/** Pages that are nothing without the server. */
const ofServer = /^\/[a-z]+\/(?:sign-in|teach|join)(?:\/|$)/;

const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .map((file) => file.split(path.sep).join('/'))
        .sort()
    : [];

/** What is prerendered: a page, or an answer that is no page (`index.json.body`). */
const addressOf = (file: string): string | undefined => {
  const [, address] = /^(.+)\.(?:html|body)$/.exec(file) ?? [];
  return address && `/${address}`;
};

/** By the folder of a build and that of the files beside it. Undefined where nothing was built, as in development. */
export function keptOffline(built: string, beside: string, locale: Locale): KeptOffline | undefined {
  const id = path.join(built, 'BUILD_ID');
  if (!existsSync(id)) return undefined;
  const scripts = filesBelow(path.join(built, 'static')).filter((file) => !file.endsWith('.map'));
  const plain = filesBelow(beside).filter((file) => !/^(?:offline-worker|embed)/.test(file));
  const pages = filesBelow(path.join(built, 'server', 'app')).flatMap((file) => addressOf(file) ?? []);
  return {
    build: readFileSync(id, 'utf8').trim(),
    files: [
      ...scripts.map((file) => `/_next/static/${file}`),
      ...plain.map((file) => `/${file}`),
      ...pages.filter((page) => /^\/[^/]+\.\w+$/.test(page)),
    ],
    pages: pages.filter((page) => `${page}/`.startsWith(`/${locale}/`) && !ofServer.test(page)),
  };
}
