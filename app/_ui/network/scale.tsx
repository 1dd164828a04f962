'use client';
import { type CSSProperties, useMemo, useState } from 'react';
import { type Growth, growthOf } from '@/lib/network/scale-growth';
import { type Listing, linesOf } from '@/lib/network/scale-lines';
import type { World } from '@/lib/network/world';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { Coded } from '../lab/coded';
import figure from '../lab/figure.module.css';
import { LiveText } from '../lab/live-text';
import { labelled, Segments } from '../lab/segments';
import sentence from '../lab/sentence.module.css';
import styles from './scale.module.css';
import { type ScaleWords, scaleWords } from './scale-words';

export interface ScaleFigureProps {
  readonly locale: Locale;
  /** "12.4": set before the caption. */
  readonly number?: string | undefined;
}

type Mode = World['mode'];
type Packet = 'first' | 'later';

const modes: readonly Mode[] = ['iptables', 'nftables', 'ipvs'];
const serviceChoices = [1, 10, 100, 1_000, 5_000] as const;
const endpointChoices = [1, 10, 100] as const;

/** `1,006`: the same in every engine and in both languages. */
const counted = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
const choicesOf = (numbers: readonly number[]) => numbers.map((value) => ({ value, label: counted(value) }));

/**
 * What grows with the Services of a cluster: the rules that stand on each node and, of them, those that one packet is held
 * against. A tick for each, so that a long chain is long. The reader chooses how many; every number is the model's.
 */
export function ScaleFigure({ locale, number }: ScaleFigureProps) {
  const words = scaleWords[locale];
  const [services, setServices] = useState<number>(1_000);
  const [endpoints, setEndpoints] = useState<number>(10);
  const [packet, setPacket] = useState<Packet>('first');
  const growths = useMemo(
    () => modes.map((mode) => growthOf(mode, services, endpoints)),
    [services, endpoints],
  );
  const most = Math.max(...growths.map(({ rules }) => rules));
  const said = sentenceOf(words, services, packet, growths);
  const label = number === undefined ? '' : fill(words.figure, { number });
  return (
    <figure
      className={`${figure.figure} ${styles.figure}`}
      aria-label={[label, words.caption].filter(Boolean).join('. ')}
    >
      <figcaption className={`${figure.caption} ${styles.caption}`}>
        {label && <span className={figure.number}>{label}</span>}
        <span>{words.caption}</span>
      </figcaption>
      <p className={sentence.sentence}>{said}</p>
      <p className={styles.because}>
        <Coded text={words.because[packet]} />
      </p>
      <Choices
        {...{ services, endpoints, packet, words }}
        on={{ services: setServices, endpoints: setEndpoints, packet: setPacket }}
      />
      <p className={styles.legend}>{words.legend}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.columns.rules}</th>
            <th scope="col">{words.columns.asked}</th>
            <th scope="col">{words.columns.lookups}</th>
          </tr>
        </thead>
        {growths.map((growth) => (
          <ModeRows key={growth.mode} {...{ growth, most, services, endpoints, packet, words }} />
        ))}
      </table>
      <p className={styles.note}>{words.order}</p>
      <p className={styles.note}>{words.counted}</p>
      <LiveText text={said} />
    </figure>
  );
}

interface Chosen {
  readonly services: number;
  readonly endpoints: number;
  readonly packet: Packet;
}

function Choices({
  services,
  endpoints,
  packet,
  words,
  on,
}: Chosen & {
  readonly words: ScaleWords;
  readonly on: { readonly [Choice in keyof Chosen]: (value: Chosen[Choice]) => void };
}) {
  return (
    <div className={styles.choices}>
      <Segments
        label={words.services}
        choices={choicesOf(serviceChoices)}
        value={services}
        onChoose={on.services}
      />
      <Segments
        label={words.endpoints}
        choices={choicesOf(endpointChoices)}
        value={endpoints}
        onChoose={on.endpoints}
      />
      <Segments
        label={words.packet}
        choices={labelled(['first', 'later'] as const, words.packets)}
        value={packet}
        onChoose={on.packet}
      />
    </div>
  );
}

function sentenceOf(words: ScaleWords, services: number, packet: Packet, growths: readonly Growth[]): string {
  if (packet === 'later') return words.sentence.later;
  const asked = Object.fromEntries(growths.map((growth) => [growth.mode, counted(growth.asked)]));
  const form = services === 1 ? words.sentence.one : words.sentence.many;
  return fill(form, { ...asked, services: counted(services) });
}

interface ModeProps extends Chosen {
  readonly growth: Growth;
  /** Rules that stand in the mode that has most of them: the whole width of a bar. */
  readonly most: number;
  readonly words: ScaleWords;
}

/** One mode: its name and standing, three numbers, and the same as forms. */
function ModeRows({ growth, most, services, endpoints, packet, words }: ModeProps) {
  const { mode, rules, fewest } = growth;
  const isFirst = packet === 'first';
  const [asked, lookups] = isFirst ? [growth.asked, growth.lookups] : [0, 0];
  const hasLot = isFirst && fewest !== growth.most;
  return (
    <tbody>
      <tr className={styles.head}>
        <th scope="rowgroup" colSpan={3}>
          <code>{mode}</code> <span className={styles.status}>{words.status[mode]}</span>
        </th>
      </tr>
      <tr>
        <td>
          <span className={styles.count}>{counted(rules)}</span> <span>{words.rules[mode]}</span>
          <div className={styles.track} aria-hidden="true">
            <div className={styles.bar} style={{ inlineSize: `${(rules / most) * 100}%` }} />
          </div>
        </td>
        <td>
          <span className={styles.count}>{counted(asked)}</span>{' '}
          {hasLot && (
            <span>{fill(words.range, { fewest: counted(fewest), most: counted(growth.most) })}</span>
          )}
          {!isFirst && <span>{words.later[mode]}</span>}
        </td>
        <td>
          <span className={styles.count}>{counted(lookups)}</span>
        </td>
      </tr>
      <tr>
        <td colSpan={3}>
          <Ticks asked={asked} lookups={lookups} />
          <Lines {...{ mode, services, endpoints, words }} />
        </td>
      </tr>
    </tbody>
  );
}

/** Ticks of a full line: on a phone, and on a wider figure. */
const perLine = { narrow: 100, wide: 200 } as const;

/** One tick a rule, wrapped into a block of full lines and what is left of one; a box for each lookup. */
function Ticks({ asked, lookups }: { readonly asked: number; readonly lookups: number }) {
  const style = Object.fromEntries(
    Object.entries(perLine).flatMap(([width, length]) => [
      [`--full-${width}`, Math.floor(asked / length)],
      [`--rest-${width}`, asked % length],
    ]),
  ) as CSSProperties;
  return (
    <div className={styles.ticks} style={style} aria-hidden="true">
      {asked > 0 && <div className={styles.full} />}
      <div className={styles.last}>
        {asked > 0 && <div className={styles.rest} />}
        {Array.from({ length: lookups }, (_, i) => `lookup ${i + 1}`).map((key) => (
          <span key={key} className={styles.lookup} />
        ))}
      </div>
    </div>
  );
}

function Lines({
  mode,
  services,
  endpoints,
  words,
}: Pick<ModeProps, 'services' | 'endpoints' | 'words'> & { readonly mode: Mode }) {
  const listings = useMemo(() => linesOf(mode, services, endpoints), [mode, services, endpoints]);
  const text = ({ command, lines }: Listing) =>
    [
      `# ${command}`,
      ...lines.map((line) =>
        typeof line === 'number'
          ? fill(words.leftOut, { count: counted(line) })
          : line.replaceAll('\t', '  '),
      ),
    ].join('\n');
  const title = fill(words.lines, { mode });
  return (
    <details className={styles.lines}>
      <summary>{title}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls sideways must be reachable by keyboard */}
      <section className="sideways" tabIndex={0} aria-label={title}>
        <pre lang="en">{listings.map(text).join('\n\n')}</pre>
      </section>
    </details>
  );
}
