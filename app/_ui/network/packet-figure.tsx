'use client';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { PacketScenario } from '@/lib/lab/packet-path';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import figure from '../lab/figure.module.css';
import { LiveText } from '../lab/live-text';
import { doing, perform } from '../lab/stop-keys';
import { usePausing } from '../lab/use-pausing';
import { useWidth } from '../lab/use-width';
import styles from './packet-figure.module.css';
import { PacketHands } from './packet-hands';
import { PacketKeys } from './packet-keys';
import { linkTo } from './packet-link';
import { PacketPanels } from './packet-panels';
import { PacketSwitch, Playing, Saying, StripOf } from './packet-parts';
import { narratorOf } from './packet-sentence';
import { PacketSetup } from './packet-setup';
import { PacketStill } from './packet-still';
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
    perform(event, doing(control, { keys: toggleKeys, leave: () => end.current?.focus() }));
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
        <PacketSwitch words={words} xray={run.xray} stops={control} />
        {packet && <StripOf {...{ packet, locale, width }} stops={control} />}
        <Playing
          {...{ words, locale }}
          stops={control}
          sending={{ count: choice.sent.length, again: control.sendAgain, over: control.startOver }}
          onKeys={toggleKeys}
          keysShown={keys}
        />
        {keys && <PacketKeys words={words} />}
        <PacketHands
          {...{ scenario, locale, words }}
          on={choice.hands}
          onToggle={control.toggleHand}
          xray={run.xray}
          link={() => linkTo(scenario, locale, choice)}
        />
        <PacketPanels
          {...{ words, locale, run, sent, moment, packet, width }}
          isOver={isOver(control)}
          onRule={control.goToRule}
        />
        <LiveText text={said.heard} />
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
