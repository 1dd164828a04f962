import type { SwapRun } from '@/lib/lab/swap-test/run';
import { noticed, type SwapVerdict } from '@/lib/lab/swap-test/verdict';
import { fill } from '../fill';
import { SwapMark } from './swap-mark';
import styles from './swap-test.module.css';
import type { SwapWords } from './swap-words';

/** Requests that are drawn; a narrow screen shows the newest of them. */
const shownRequests = 60;

/** The stream of requests, a mark each, the newest at the right and in words below. */
export function SwapRequests({
  run,
  words,
  isOfMembers,
}: {
  readonly run: SwapRun | undefined;
  readonly words: SwapWords;
  readonly isOfMembers: boolean;
}) {
  const shown = run?.requests.slice(-shownRequests) ?? [];
  const said = shown.map((request) => {
    const { atMs, client, found, pod = '' } = request;
    const form = (isOfMembers && words.foundMember[found]) || words.found[found];
    return { ...request, text: fill(form, { at: atMs / 1_000, client, pod }) };
  });
  const last = said.at(-1);
  return (
    <section className={styles.requests} aria-label={words.requests}>
      <h3>{words.requests}</h3>
      <ol className={styles.stream}>
        {said.map(({ atMs, client, found, text }) => (
          <li key={atMs} title={text}>
            <SwapMark found={found} />
            <span aria-hidden="true">{isOfMembers ? '' : client}</span>
            <span className={styles.hidden}>{text}</span>
          </li>
        ))}
      </ol>
      <p className={styles.last}>{last?.text ?? words.noRequests}</p>
    </section>
  );
}

/** How often clients noticed what, from the worst down, and how often nothing. */
export function SwapNotices({
  run,
  verdict,
  words,
}: {
  readonly run: SwapRun | undefined;
  readonly verdict: SwapVerdict | undefined;
  readonly words: SwapWords;
}) {
  const well = run?.requests.filter(({ found }) => found === 'ok' || found === 'first').length ?? 0;
  const rows = noticed.filter((one) => (verdict?.counts[one] ?? 0) > 0);
  return (
    <section className={styles.notices} aria-label={words.notices}>
      <h3>{words.notices}</h3>
      <dl>
        {rows.map((one) => (
          <Row key={one} found={one} count={verdict?.counts[one] ?? 0} words={words} />
        ))}
        <Row found="ok" count={well} words={words} />
      </dl>
    </section>
  );
}

function Row({
  found,
  count,
  words,
}: {
  readonly found: keyof SwapWords['noticed'];
  readonly count: number;
  readonly words: SwapWords;
}) {
  return (
    <div className={styles.notice} data-found={found}>
      <dt>
        <SwapMark found={found} /> {words.noticed[found]}
      </dt>
      <dd>{fill(words.times, { count })}</dd>
    </div>
  );
}
