'use client';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { PacketScenario } from '@/lib/lab/packet-path';
import type { PacketUnit, PacketView } from '@/lib/network/xray/view';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import { Coded } from '../lab/coded';
import controls from '../lab/controls.module.css';
import figure from '../lab/figure.module.css';
import { actionOf, type FigureAction, focusOf } from '../lab/figure-keys';
import { Fitted } from '../lab/fitted';
import { LiveText } from '../lab/live-text';
import { Player } from '../lab/player';
import { playerWords } from '../lab/player-words';
import { Segments } from '../lab/segments';
import sentence from '../lab/sentence.module.css';
import { usePausing } from '../lab/use-pausing';
import { useWidth } from '../lab/use-width';
import styles from './packet-figure.module.css';
import { PacketHands } from './packet-hands';
import { PacketKeys } from './packet-keys';
import { linkTo } from './packet-link';
import { PacketPanels } from './packet-panels';
import { kindOf, narratorOf, type Said, spoken } from './packet-sentence';
import { PacketSetup } from './packet-setup';
import { PacketStill } from './packet-still';
import { PacketStrip } from './packet-strip';
import { stripWords } from './strip-words';
import { useKeptFocus } from './use-kept-focus';
import { type PacketControl, usePacket } from './use-packet';
import { type PacketWords, packetWords } from './words';

export interface PacketFigureProps {
  readonly scenario: PacketScenario;
  readonly locale: Locale;
  /** "10.2": set before the caption. */
  readonly number?: string | undefined;
}

/**
 * A packet on its way, frame by frame or rule by rule: the sentence, the strip, the player, what can be broken, and what
 * the packet and the hosts look like at that moment. Everything on it is read from one run of the model.
 */
export function PacketFigure({ scenario, locale, number }: PacketFigureProps) {
  const words = packetWords[locale];
  const control = usePacket(scenario);
  const { choice, run, at, moment } = control;
  const box = useRef<HTMLElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const width = useWidth(box);
  const [keys, setKeys] = useState(false);
  usePausing(box, control.pause);
  const keptFocus = useKeptFocus(box);
  const sent = choice.sent.at(-1) ?? scenario.ways[0] ?? { from: '', line: '' };
  const { world } = run.network;
  const narrator = useMemo(() => narratorOf(locale, run, sent.from), [locale, run, sent.from]);
  const said = narrator.at(at);
  const packet = run.xray.packets[moment?.packet ?? 0];
  const toggleKeys = () => setKeys(!keys);
  const onKeyDown = (event: KeyboardEvent) =>
    perform(
      event,
      doing(control, toggleKeys, () => end.current?.focus()),
    );
  return (
    <>
      <figure
        ref={box}
        className={`${figure.figure} ${styles.figure}`}
        data-live={width === undefined ? undefined : ''}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure takes the focus so that its keys can be used at once
        tabIndex={0}
        aria-label={captionOf(scenario, words, locale, number)}
        onKeyDown={onKeyDown}
        {...keptFocus}
      >
        <PacketSetup {...{ scenario, words, locale, number, world, sent, control }} />
        <Saying said={said} />
        <PacketSwitch words={words} control={control} />
        {packet && <StripOf {...{ packet, locale, width, control }} />}
        <Playing words={words} locale={locale} control={control} onKeys={toggleKeys} keysShown={keys} />
        {keys && <PacketKeys words={words} />}
        <PacketHands
          {...{ scenario, locale, words }}
          on={choice.hands}
          onToggle={control.toggleHand}
          xray={run.xray}
          link={() => linkTo(scenario, locale, choice)}
        />
        <PacketPanels
          {...{ words, locale, run, sent, moment, packet }}
          isOver={isOver(control)}
          onRule={control.goToRule}
        />
        <LiveText text={spoken(said.sentence)} />
      </figure>
      <noscript>
        <PacketStill {...{ scenario, locale, number }} />
      </noscript>
      <span ref={end} tabIndex={-1} className={figure.hidden}>
        {words.figure.end}
      </span>
    </>
  );
}

const isOver = ({ run, at }: PacketControl): boolean => at >= run.xray.moments.length - 1;

const captionOf = (
  scenario: PacketScenario,
  words: PacketWords,
  locale: Locale,
  number: string | undefined,
) =>
  [number === undefined ? '' : fill(words.figure.figure, { number }), scenario.caption[locale]]
    .filter(Boolean)
    .join('. ');

/** What a key does here; keys that belong to other figures do nothing. */
function doing(
  control: PacketControl,
  toggleKeys: () => void,
  leave: () => void,
): Readonly<Partial<Record<FigureAction, () => void>>> {
  return {
    playOrPause: control.playing ? control.pause : control.play,
    step: () => control.step(),
    back: () => control.back(),
    stepTen: () => control.step(10),
    backTen: () => control.back(10),
    toStart: control.toStart,
    toEnd: control.toEnd,
    slower: () => control.faster(-1),
    faster: () => control.faster(1),
    keys: toggleKeys,
    leave,
  };
}

/** Acts on a key that means something here; any other goes on to whom it belongs. */
function perform(event: KeyboardEvent, does: ReturnType<typeof doing>): void {
  if (event.defaultPrevented) return;
  const action = actionOf(event, focusOf(event.target as Element));
  const act = action && does[action];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

/** What is the case, what follows from it, and where that is. */
function Saying({ said }: { readonly said: Said }) {
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
  readonly control: PacketControl;
}

function StripOf({ packet, locale, width, control }: StripOfProps) {
  const { moment, goTo } = control;
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
function PacketSwitch({ words, control }: { readonly words: PacketWords; readonly control: PacketControl }) {
  const { packets } = control.run.xray;
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
        value={control.moment?.packet ?? 0}
        onChoose={(packet) => control.goTo(packet, 0)}
        choices={choices}
      />
    </div>
  );
}

const units: readonly PacketUnit[] = ['frame', 'place', 'rule'];

interface PlayingProps {
  readonly words: PacketWords;
  readonly locale: Locale;
  readonly control: PacketControl;
  readonly keysShown: boolean;
  readonly onKeys: () => void;
}

function Playing({ words, locale, control, keysShown, onKeys }: PlayingProps) {
  const { playing, unit, speed, play, pause, choice } = control;
  const say = words.send;
  return (
    <Player
      words={playerWords[locale]}
      {...{ playing, unit, speed }}
      units={units.map((value) => ({ value, label: words.units[value] }))}
      // A button that disables itself under the finger loses the focus; at the start these do nothing.
      atStart={false}
      on={{
        toStart: control.toStart,
        back: () => control.back(),
        playOrPause: playing ? pause : play,
        step: () => control.step(),
        toEnd: control.toEnd,
        unit: control.setUnit,
        speed: control.setSpeed,
      }}
    >
      {choice.sent.length > 1 && (
        <span className={styles.count}>{fill(say.count, { count: choice.sent.length })}</span>
      )}
      <button type="button" className={controls.button} title={say.againWhy} onClick={control.sendAgain}>
        {say.again}
      </button>
      <button type="button" className={controls.button} onClick={control.startOver}>
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
