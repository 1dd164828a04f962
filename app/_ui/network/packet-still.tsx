import type { PacketScenario } from '@/lib/lab/packet-path';
import { firstChoice, runPacket } from '@/lib/lab/packet-run';
import type { Xray } from '@/lib/network/xray/view';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { Coded } from '../lab/coded';
import figure from '../lab/figure.module.css';
import { Fitted } from '../lab/fitted';
import sentence from '../lab/sentence.module.css';
import styles from './packet-figure.module.css';
import { kindOf, type Narrator, narratorOf } from './packet-sentence';
import { PacketStrip } from './packet-strip';
import { stripWords } from './strip-words';
import { type PacketWords, packetWords } from './words';

/** The moment that tells most: in the tunnel, else where an address changed, else half-way. */
export function telling({ packets, moments }: Pick<Xray, 'packets' | 'moments'>): number {
  const [packet] = packets;
  if (!packet) return 0;
  const changed = packet.lanes
    .filter(({ name }) => name === 'destination' || name === 'source')
    .flatMap(({ spans }) => spans.slice(1));
  const tunnelled = packet.frames.findIndex(({ frame }) => frame.packet.vxlan !== undefined);
  const frame = tunnelled >= 0 ? tunnelled : (changed[0]?.from ?? Math.floor(packet.frames.length / 2));
  const at = moments.findIndex((one) => one.packet === 0 && one.at === 'frame' && one.gap === frame);
  return Math.max(0, at);
}

/** The first way of a path standing still, for pages without script: its most telling moment, and every hop as a list. */
export function PacketStill({
  scenario,
  locale,
  number,
}: {
  readonly scenario: PacketScenario;
  readonly locale: Locale;
  readonly number?: string | undefined;
}) {
  const words = packetWords[locale];
  const choice = firstChoice(scenario);
  const { xray, network } = runPacket(scenario, choice);
  const narrator = narratorOf(locale, { xray, network }, choice.sent[0]?.from ?? '');
  const at = telling(xray);
  const said = narrator.at(at);
  const moment = xray.moments[at];
  const packet = moment && xray.packets[moment.packet];
  return (
    <figure className={`${figure.figure} ${styles.figure} ${styles.still}`}>
      <figcaption className={styles.caption}>
        {number !== undefined && (
          <span className={figure.number}>{fill(words.figure.figure, { number })}</span>
        )}
        <span>{scenario.caption[locale]}</span>
      </figcaption>
      <p className={`${sentence.sentence} ${styles.sentence}`}>
        <Coded text={said.sentence} />
      </p>
      <p className={styles.detail}>
        <Coded text={said.detail} />
      </p>
      {packet && moment && (
        <div inert>
          <Fitted width={undefined}>
            {(width) => (
              <PacketStrip {...{ packet, moment, width }} words={stripWords[locale]} onFrame={nothing} />
            )}
          </Fitted>
        </div>
      )}
      <p className={styles.detail}>{words.figure.still}</p>
      <Hops {...{ xray, words, narrator }} />
    </figure>
  );
}

const nothing = () => undefined;

/** Every stop of every packet as a sentence. */
function Hops({
  xray,
  words,
  narrator,
}: {
  readonly xray: Xray;
  readonly words: PacketWords;
  readonly narrator: Narrator;
}) {
  const stops = xray.moments.flatMap((moment, at) =>
    moment.at === 'frame' || moment.at === 'end' ? [{ moment, at }] : [],
  );
  return (
    <ol>
      {xray.packets.map(({ packet, frames }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: packets of one exchange never change their order
        <li key={i}>
          {words.kinds[kindOf(packet)]}
          <ul>
            {stops
              .filter(({ moment }) => moment.packet === i)
              .map(({ moment, at }) => (
                <li key={at}>
                  {moment.at === 'frame' && (
                    <code>{`${frames[moment.gap]?.host}/${frames[moment.gap]?.device} `}</code>
                  )}
                  <Coded text={narrator.at(at).sentence} />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
