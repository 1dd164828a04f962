import { useId } from 'react';
import { fill } from '@/app/_ui/fill';
import { inverted, type Tuple } from '@/lib/network/conntrack';
import type { ConnectionSeen } from '@/lib/network/walk';
import type { Moment, PacketView } from '@/lib/network/xray/view';
import styles from './connection.module.css';
import { hostAt, kindOf, trackingAt } from './passed';
import type { RuleWords } from './rule-words';

interface ConnectionRowProps {
  readonly packet: PacketView;
  readonly moment: Moment;
  readonly words: RuleWords;
}

/** The packet's row in conntrack of the host where it is: what was asked, what answer is expected, and where these differ. */
export function ConnectionRow({ packet, moment, words: all }: ConnectionRowProps) {
  const id = useId();
  const words = all.connection;
  const host = hostAt(packet, moment);
  const { connection: seen, hasLooked } = trackingAt(packet, moment);
  const unseen = hasLooked ? words.invalid : words.none;
  const missing = kindOf(packet, host) === 'node' ? unseen : words.noneHere;
  return (
    <section className={styles.connection} aria-labelledby={id}>
      <h3 id={id}>
        {words.title} <small>{fill(words.on, { host })}</small>
      </h3>
      {seen ? <Row seen={seen} words={words} /> : <p>{fill(missing, { host })}</p>}
    </section>
  );
}

interface RowProps {
  readonly seen: ConnectionSeen;
  readonly words: RuleWords['connection'];
}

function Row({ seen, words }: RowProps) {
  const { original, reply, direction, state, hasReply, isConfirmed } = seen;
  const mirror = inverted(original);
  // An echo has one id for both directions and asks no port.
  const isSame = (a: End, b: End) =>
    a.address === b.address && (a.port === b.port || original.protocol === 'icmp');
  const isMirror = isSame(sender(reply), sender(mirror)) && isSame(receiver(reply), receiver(mirror));
  const isRow = (which: typeof direction) => which === direction && state !== 'RELATED';
  const ends = { words, isEcho: original.protocol === 'icmp' };
  const facts = [original.protocol, state, ...(hasReply ? [] : ['[UNREPLIED]'])].join(', ');
  return (
    <>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.from}</th>
            <th scope="col">{words.to}</th>
          </tr>
        </thead>
        <tbody>
          <tr data-packet={isRow('original') || undefined}>
            <th scope="row">{words.asked}</th>
            <EndCell {...ends} end={sender(original)} like={receiver(reply)} />
            <EndCell {...ends} end={receiver(original)} like={sender(reply)} />
          </tr>
          <tr data-packet={isRow('reply') || undefined}>
            <th scope="row">{words.expects}</th>
            <EndCell {...ends} end={sender(reply)} like={receiver(original)} />
            <EndCell {...ends} end={receiver(reply)} like={sender(original)} />
          </tr>
        </tbody>
      </table>
      <p>
        {fill(words.sentence, {
          facts,
          confirmed: isConfirmed ? words.confirmed : words.notConfirmed,
          packet:
            state === 'RELATED' ? words.related : direction === 'original' ? words.question : words.answer,
          translation: isMirror ? words.mirrors : words.differs,
        })}
      </p>
    </>
  );
}

interface End {
  readonly address: string;
  readonly port: number;
}
const sender = ({ src, sport }: Tuple): End => ({ address: src, port: sport });
const receiver = ({ dst, dport }: Tuple): End => ({ address: dst, port: dport });

interface EndCellProps {
  readonly end: End;
  /** What stands there in the mirror image of the other row. */
  readonly like: End;
  readonly isEcho: boolean;
  readonly words: RuleWords['connection'];
}

function EndCell({ end, like, isEcho, words }: EndCellProps) {
  const isOtherAddress = end.address !== like.address;
  const isOtherPort = end.port !== like.port;
  const port = isEcho ? `, ${fill(words.id, { id: end.port })}` : `:${end.port}`;
  // Where it does not fit, the port goes to a line of its own.
  const whole = (
    <>
      {end.address}
      <wbr />
      {port}
    </>
  );
  return (
    <td lang="en">
      {isOtherAddress && isOtherPort ? (
        <b>{whole}</b>
      ) : isOtherAddress ? (
        <>
          <b>{end.address}</b>
          <wbr />
          {port}
        </>
      ) : isOtherPort ? (
        <>
          {end.address}
          <wbr />
          {port.slice(0, 1)}
          <b>{port.slice(1)}</b>
        </>
      ) : (
        whole
      )}
    </td>
  );
}
