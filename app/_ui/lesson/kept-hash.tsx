'use client';

import { useKeptHash } from './use-kept-hash';

/** Keeps the hash of a page that is read by its anchors: see `useKeptHash`. */
export function KeptHash() {
  useKeptHash();
  return null;
}
