import 'server-only';
import { createHmac } from 'node:crypto';
import { cookieSecret } from './secret';

/**
 * HMAC-SHA256 of a short secret that a person types, in base64url. Forty bits alone could be tried out by whoever has the database;
 * the key is not in it. `purpose` keeps the hashes of one kind of secret from being another's.
 */
export const keyedHash = (purpose: 'join-code' | 'recovery-words', text: string): string =>
  createHmac('sha256', cookieSecret()).update(`${purpose}:${text}`).digest('base64url');
