/**
 * Adds to package-lock.json the optional packages of other platforms that `npm install` left out because they
 * could not be had: `npm ci` refuses a lock without them. Only exact versions are added; the platform is read from the
 * package's name. Usage: node bin/complete-lock.mjs [package-lock.json]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { completeLock } from './steps/lock.mjs';

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = completeLock(lock);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} added${added.length ? `: ${added.join(', ')}` : ''}`);
