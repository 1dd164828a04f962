import { useId } from 'react';
import { fill } from '@/app/_ui/fill';
import type { Host } from '@/lib/network/host';
import type { Happening } from '@/lib/network/walk';
import type { Moment, PacketView } from '@/lib/network/xray/view';
import { kindOf, phaseOfPlace } from './passed';
import styles from './reads.module.css';
import type { RuleWords, Writer } from './rule-words';

type Read = Extract<Happening, { readonly kind: 'read' }>;

interface ReadsProps {
  readonly packet: PacketView;
  readonly moment: Moment;
  readonly words: RuleWords;
}

/**
 * The rows of tables that were read between two frames: for which key, what stands there, and who wrote it. Of a table that
 * is not read yet the key is not told: a rule may still change it.
 */
export function Reads({ packet, moment, words }: ReadsProps) {
  const id = useId();
  const reads = (packet.gaps[moment.gap] ?? []).flatMap((view, place) =>
    view.reads.map((read, i) => ({ read, key: `${place} ${i}`, phase: phaseOfPlace(moment, place) })),
  );
  const hosts = [...new Set(reads.map(({ read }) => read.host))];
  return (
    <section className={styles.reads} aria-labelledby={id}>
      <h3 id={id}>
        {words.reads.title}{' '}
        {hosts.length > 0 && <small>{fill(words.reads.on, { host: hosts.join(', ') })}</small>}
      </h3>
      {reads.length === 0 ? (
        <p>{words.reads.none}</p>
      ) : (
        <dl>
          {reads.map(({ read, key, phase }) => (
            <Row
              key={key}
              {...{ read, words, isLater: phase === 'later' }}
              kind={kindOf(packet, read.host)}
            />
          ))}
        </dl>
      )}
    </section>
  );
}

interface RowProps {
  readonly read: Read;
  readonly kind: Host['kind'];
  readonly words: RuleWords;
  readonly isLater: boolean;
}

function Row({ read, kind, words, isLater }: RowProps) {
  const writer = writerOf(read, kind);
  const about = writer
    ? fill(words.reads.keyBy, { key: read.key, by: words.writers[writer] })
    : fill(words.reads.key, { key: read.key });
  return (
    <div data-later={isLater || undefined}>
      <dt>{words.tables[read.table]}</dt>
      <dd>
        {isLater ? (
          <span>{words.reads.notYet}</span>
        ) : read.row === undefined ? (
          <b>{words.reads.noEntry}</b>
        ) : (
          <code lang="en">{read.row}</code>
        )}
        {!isLater && <small>{about}</small>}
      </dd>
    </div>
  );
}

/**
 * Which program wrote a row, as far as the row itself tells: flanneld its routes, neighbours and FDB entries, the CNI bridge
 * plugin cni0 and all of a Pod's, the kernel what goes with an address or what it learnt. Undefined for what nobody wrote.
 */
function writerOf({ table, row }: Read, kind: Host['kind']): Writer | undefined {
  if (row === undefined) return undefined;
  if (table === 'arp' || table === 'bridge') return 'kernel';
  if (table === 'fdb') return 'flanneld';
  if (table === 'neighbour') return row.includes('PERMANENT') ? 'flanneld' : 'kernel';
  if (table === 'local' && row.startsWith('lo ')) return 'kernel';
  if (row.includes('proto kernel')) return 'kernel';
  if (kind === 'pod') return 'cni';
  if (kind !== 'node') return 'machine';
  if (table === 'local')
    return row.startsWith('cni0 ') ? 'cni' : row.startsWith('flannel') ? 'flanneld' : 'machine';
  return /^\d\S* via /.test(row) ? 'flanneld' : 'machine';
}
