import '@/app/_ui/language/both';
import { afterEach, beforeEach } from 'vitest';

const print = console.error;
const unexpected: unknown[][] = [];

/** An unexpected `console.error` fails its test; a test that expects one puts its own spy in this one's place. */
const watch = (...args: unknown[]) => {
  unexpected.push(args);
  print(...args);
};

console.error = watch;

beforeEach(() => {
  console.error = watch;
});

afterEach(async () => {
  if (typeof document !== 'undefined') (await import('@testing-library/react')).cleanup();
  console.error = watch;
  const [first] = unexpected.splice(0);
  if (first) throw new Error(`unexpected console.error: ${first.map(String).join(' ')}`);
});

/** What is waited for comes when the machine has time for it: a condition that never holds fails by the test's own limit. */
if (typeof document !== 'undefined') {
  const { configure } = await import('@testing-library/react');
  configure({ asyncUtilTimeout: 15_000 });
}
