/** `npm run size`: gzip KiB of the JavaScript and CSS that each prerendered page loads, from the last build. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './steps/run.mjs';

const build = path.join(root, '.next');
const pages = path.join(build, 'server', 'app');
const sizes = new Map();

function gzipBytes(url) {
  const file = path.join(build, decodeURIComponent(url.replace(/^\/_next\//, '').replace(/\?.*$/, '')));
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(file), { level: 9 }).length);
  return sizes.get(file);
}

function addresses(html, tag, pattern) {
  const tags = [...html.matchAll(tag)].map(([text]) => text).filter((text) => !/nomodule/i.test(text));
  return [...new Set(tags.map((text) => pattern.exec(text)?.[1]).filter(Boolean))];
}

const kib = (urls) => (urls.reduce((total, url) => total + gzipBytes(url), 0) / 1024).toFixed(1).padStart(8);

console.log('  JS KiB  CSS KiB  page (gzip; nomodule left out)');
for (const file of readdirSync(pages, { recursive: true }).map(String).sort()) {
  if (!file.endsWith('.html')) continue;
  const html = readFileSync(path.join(pages, file), 'utf8');
  const scripts = addresses(html, /<script[^>]+src=[^>]*>/g, /src="(\/_next\/[^"]+)"/);
  const styles = addresses(html, /<link[^>]+rel="stylesheet"[^>]*>/g, /href="(\/_next\/[^"]+)"/);
  console.log(`${kib(scripts)} ${kib(styles)}  /${file.replace(/\.html$/, '')}`);
}
