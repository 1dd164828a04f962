import type { KeyboardEvent } from 'react';

/** In a list of tabs arrows go from tab to tab, around its ends, Home and End to the first and the last; each that is reached is chosen. */
export function moveByKeys(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')];
  const here = all.indexOf(event.target as HTMLElement);
  const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: all.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  const tab = all[(next + all.length) % all.length];
  tab?.focus();
  tab?.click();
}
