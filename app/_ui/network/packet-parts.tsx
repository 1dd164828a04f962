'use client';
import type { PacketUnit, PacketView, Xray } from '@/lib/network/xray/view';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { Coded } from '../lab/coded';
import controls from '../lab/controls.module.css';
import { Fitted } from '../lab/fitted';
import { Player } from '../lab/player';
import { playerWords } from '../lab/player-words';
import { Segments } from '../lab/segments';
import sentence from '../lab/sentence.module.css';
import styles from './packet-figure.module.css';
import { kindOf, type Said, spoken } from './packet-sentence';
import { PacketStrip } from './packet-strip';
import { stripWords } from './strip-words';
import type { PacketStops } from './use-packet-stops';
import type { PacketWords } from './words';

/** What is the case, what follows from it, and where that is. */
export function Saying({ said }: { readonly said: Said }) {
  return (
    <>
      <p className={`${sentence.sentence} ${styles.sentence}`} data-sentence={said.key}>
        <Coded text={said.sentence} />
      </p>
      <p className={styles.detail}>
        <Coded text={said.detail} /> <span>{spoken(said.where)}</span>
      </p>
    </>
  );
}

interface StripOfProps {
  readonly packet: PacketView;
  readonly locale: Locale;
  readonly width: number | undefined;
  readonly stops: PacketStops;
}

/** The way of a packet, drawn for the width that there is. */
export function StripOf({ packet, locale, width, stops: { moment, goTo } }: StripOfProps) {
  if (!moment) return null;
  return (
    <div className={styles.strip}>
      <Fitted width={width}>
        {(whole) => (
          <PacketStrip
            {...{ packet, moment }}
            width={whole}
            words={stripWords[locale]}
            onFrame={(frame) => goTo(moment.packet, frame)}
          />
        )}
      </Fitted>
    </div>
  );
}

/** The packets of the exchange in order, each with its direction. */
export function PacketSwitch({
  words,
  xray: { packets },
  stops,
}: {
  readonly words: PacketWords;
  readonly xray: Pick<Xray, 'packets'>;
  readonly stops: PacketStops;
}) {
  if (packets.length < 2) return null;
  const choices = packets.map((view, value) => ({
    value,
    label: `${value + 1} ${words.kinds[kindOf(view.packet)]} ${view.isBack ? '←' : '→'}`,
  }));
  return (
    <div className={styles.packets}>
      <Segments
        label={words.choose.packet}
        shown={false}
        value={stops.moment?.packet ?? 0}
        onChoose={(packet) => stops.goTo(packet, 0)}
        choices={choices}
      />
    </div>
  );
}

const units: readonly PacketUnit[] = ['frame', 'place', 'rule'];

/** What can be sent once more. */
export interface Sending {
  /** How often something was sent since the beginning. */
  readonly count: number;
  readonly again: () => void;
  readonly over: () => void;
}

interface PlayingProps {
  readonly words: PacketWords;
  readonly locale: Locale;
  readonly stops: PacketStops;
  readonly sending: Sending;
  readonly keysShown: boolean;
  readonly onKeys: () => void;
}

/** The player of a packet, and at its end what sends again. */
export function Playing({ words, locale, stops, sending, keysShown, onKeys }: PlayingProps) {
  const { playing, unit, speed, play, pause } = stops;
  const say = words.send;
  return (
    <Player
      words={playerWords[locale]}
      {...{ playing, unit, speed }}
      units={units.map((value) => ({ value, label: words.units[value] }))}
      atStart={stops.at === 0}
      on={{
        toStart: stops.toStart,
        back: () => stops.back(),
        playOrPause: playing ? pause : play,
        step: () => stops.step(),
        toEnd: stops.toEnd,
        unit: stops.setUnit,
        speed: stops.setSpeed,
      }}
    >
      {sending.count > 1 && <span className={styles.count}>{fill(say.count, { count: sending.count })}</span>}
      <button type="button" className={controls.button} title={say.againWhy} onClick={sending.again}>
        {say.again}
      </button>
      <button type="button" className={controls.button} onClick={sending.over}>
        {say.over}
      </button>
      <button
        type="button"
        className={`${controls.button} ${styles.keysButton}`}
        aria-expanded={keysShown}
        onClick={onKeys}
      >
        {words.keysTitle}
      </button>
    </Player>
  );
}
