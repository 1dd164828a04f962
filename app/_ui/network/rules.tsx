import { Fragment, useId } from 'react';
import { fill } from '@/app/_ui/fill';
import type { Moment, PacketView, PlaceView } from '@/lib/network/xray/view';
import { kindOf } from './passed';
import { Fold, type OnRule, Rule } from './rule-row';
import { type FoldRow, folded, type RuleRow, rowsOf } from './rule-rows';
import type { RuleWords } from './rule-words';
import styles from './rules.module.css';

interface RulesProps {
  readonly packet: PacketView;
  readonly moment: Moment;
  readonly words: RuleWords;
  /** Makes each rule a button that goes to its moment. */
  readonly onRule?: OnRule;
}

/** Every rule that the packet was held against between two frames, in order, with what kept it from taking the packet. */
export function Rules({ packet, moment, words, onRule }: RulesProps) {
  const id = useId();
  const places = packet.gaps[moment.gap] ?? [];
  const hooks = places.flatMap((view, place) => (view.hook ? [{ view, place }] : []));
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <h3 id={id}>{words.rules.title}</h3>
      {hooks.length === 0 && <p className={styles.none}>{noHookText(packet, moment, words)}</p>}
      {hooks.map(({ view, place }) => (
        <Hook key={`${moment.gap} ${place}`} {...{ view, place, moment, words, onRule }} />
      ))}
    </section>
  );
}

function noHookText(packet: PacketView, moment: Moment, { rules }: RuleWords): string {
  const hosts = new Set((packet.gaps[moment.gap] ?? []).map(({ host }) => kindOf(packet, host)));
  if (hosts.size === 0) {
    const frame = packet.frames[moment.gap];
    if (frame) hosts.add(kindOf(packet, frame.host));
  }
  if (hosts.has('node')) return rules.noHook;
  return hosts.has('pod') ? rules.inPod : hosts.size > 0 ? rules.outsideNodes : rules.noHook;
}

interface HookProps {
  readonly view: PlaceView;
  readonly place: number;
  readonly moment: Moment;
  readonly words: RuleWords;
  readonly onRule: OnRule | undefined;
}

function Hook({ view, place, moment, words, onRule }: HookProps) {
  const { hook, host } = view;
  if (!hook) return null;
  const rows = folded(rowsOf(hook, moment, place));
  const tables = [...new Set(hook.asked.map(({ table }) => (table === 'nft' ? words.rules.nft : table)))];
  const note = natNote(hook, words);
  const isLater = (row: RuleRow | FoldRow) => phaseOf(row) === 'later';
  const firstLater = rows.findIndex(isLater);
  return (
    <>
      <h4>
        {fill(words.rules.place, { host, hook: hook.hook.toUpperCase() })}{' '}
        {tables.length > 0 && (
          <small>
            {fill(tables.length > 1 ? words.rules.tables : words.rules.table, { names: tables.join(', ') })}
          </small>
        )}
      </h4>
      {note !== undefined && <p className={styles.none}>{note}</p>}
      <ol className={styles.rows}>
        {rows.map((row, i) => (
          <Fragment key={row.kind === 'rule' ? row.at : `fold ${row.rows[0]?.at}`}>
            {i === firstLater && <li className={styles.notYet}>{words.rules.notYet}</li>}
            {row.kind === 'rule' ? (
              <Rule {...{ row, place, words, onRule }} />
            ) : (
              <Fold {...{ fold: row, place, words, onRule }} />
            )}
          </Fragment>
        ))}
      </ol>
    </>
  );
}

const phaseOf = (row: RuleRow | FoldRow) => (row.kind === 'rule' ? row.phase : row.rows[0]?.phase);

/** Why the nat rules were not asked in a hook where they hang, or that nothing hangs there. */
function natNote({ hook, asked, connection }: NonNullable<PlaceView['hook']>, { rules }: RuleWords) {
  const asksNat = asked.some(({ table, chain }) => table === 'nat' || chain.startsWith('nat-'));
  if (asksNat) return undefined;
  if (hook !== 'forward' && !connection) return rules.natInvalid;
  if (
    hook !== 'forward' &&
    connection &&
    !(connection.state === 'NEW' && connection.direction === 'original')
  )
    return rules.natKnown;
  return asked.length === 0 ? rules.noRule : undefined;
}
