import 'server-only';

/** So long takes an answer that must not tell by its time whether something was found, ms: longer than looking it up. */
export const EVEN_MS = 120;

/** What `work` gives or throws, not before `leastMs` have passed. */
export async function inEvenTime<Value>(work: () => Promise<Value>, leastMs = EVEN_MS): Promise<Value> {
  const passed = new Promise<void>((done) => setTimeout(done, leastMs));
  const settled = work().then(
    (value) => () => value,
    (error: unknown) => () => {
      throw error;
    },
  );
  const [result] = await Promise.all([settled, passed]);
  return result();
}
