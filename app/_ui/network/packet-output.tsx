import { useId } from 'react';
import type { Send } from '@/lib/lab/packet-path';
import type { PacketRun } from '@/lib/lab/packet-run';
import styles from './packet-figure.module.css';
import type { PacketWords } from './words';

/** The terminal in which the line was typed: what DNS was asked before, then what the program printed. */
export function PacketOutput({
  run,
  sent,
  isOver,
  words,
}: {
  readonly run: Pick<PacketRun, 'output' | 'dns' | 'network'>;
  readonly sent: Send;
  /** The last packet has come to its end, so the program has printed. */
  readonly isOver: boolean;
  readonly words: PacketWords;
}) {
  const id = useId();
  const say = words.output;
  // Only Pods ask the cluster's DNS.
  const isPod = run.network.world.pods.some(({ name }) => name === sent.from);
  const printed = run.output === '' ? say.nothing : run.output;
  return (
    <section className={styles.output} aria-labelledby={id}>
      <h3 id={id}>{say.title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is reached by keys */}
      <pre tabIndex={0}>
        <b>{`${sent.from}$ ${sent.line}`}</b>
        {'\n'}
        {isOver ? printed : <i>{say.notYet}</i>}
      </pre>
      {run.dns.length > 0 && (
        <table>
          <caption>{isPod ? say.dns : say.publicDns}</caption>
          <tbody>
            {run.dns.map(({ name, answer }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same name may be asked twice
              <tr key={at}>
                <th scope="row">{name}</th>
                <td>{answer}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
