import type { Pair } from '@/lib/conformance/pair';
import styles from './truth.module.css';
import type { TruthWords } from './words';

interface HappenedProps {
  readonly pairs: readonly Pair[];
  readonly label: string;
  readonly words: TruthWords;
  /** The lines are what a program prints. */
  readonly isCode?: boolean | undefined;
}

/** What Kubernetes did beside what the model did. Several Pods of one owner may stand in another order. */
export function Happened({ pairs, label, words, isCode }: HappenedProps) {
  const missing = <span data-missing="">{words.trace.nothing}</span>;
  const rows = pairs.map((pair, i) => ({ ...pair, key: `row ${i + 1}` }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.happened} data-code={isCode ? '' : undefined}>
        <thead>
          <tr>
            <th scope="col">{words.trace.recorded}</th>
            <th scope="col">{words.trace.played}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, recorded, played }) => (
            <tr key={key}>
              <td lang="en">{recorded ?? missing}</td>
              <td lang="en">{played ?? missing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
