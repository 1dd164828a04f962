'use client';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { NetworkShown } from '@/lib/lab/network-run';
import type { World } from '@/lib/network/world';
import type { Locale } from '@/lib/text';
import figure from '../lab/figure.module.css';
import { LiveText } from '../lab/live-text';
import { doing, perform } from '../lab/stop-keys';
import { usePausing } from '../lab/use-pausing';
import { useWidth } from '../lab/use-width';
import { NetworkHands } from './network-hands';
import { NetworkLine } from './network-line';
import view from './network-view.module.css';
import { networkWords } from './network-words';
import styles from './packet-figure.module.css';
import { SavePcap } from './packet-hands';
import { PacketKeys } from './packet-keys';
import { PacketPanels } from './packet-panels';
import { PacketSwitch, Playing, Saying, StripOf } from './packet-parts';
import { narratorOf } from './packet-sentence';
import { Folded, Modes } from './packet-setup';
import { useKeptFocus } from './use-kept-focus';
import { type NetworkControl, useNetwork } from './use-network';
import { packetWords } from './words';

export interface NetworkViewProps {
  /** As the cluster's objects make it at the moment that is shown. */
  readonly world: World;
  readonly locale: Locale;
  /** As a link or the reader left it; else what the world offers. */
  readonly opening?: NetworkShown | undefined;
  /** Told whenever something else is shown; always the same function. */
  readonly onShown?: ((shown: NetworkShown) => void) | undefined;
  readonly onClose: () => void;
}

const nobody = { from: '', line: '' };

/**
 * The network of a cluster that lives, with a packet on its way: who sends what to whom, what is broken, and all that a
 * packet figure shows of it. It takes the place of the scene.
 */
export function NetworkView({ world, locale, opening, onShown, onClose }: NetworkViewProps) {
  const words = packetWords[locale];
  const say = networkWords[locale];
  const control = useNetwork(world, opening, onShown);
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const [keys, setKeys] = useState(false);
  usePausing(box, control.pause);
  const keptFocus = useKeptFocus(box);
  const toggleKeys = () => setKeys(!keys);
  const onKeyDown = (event: KeyboardEvent) => perform(event, doing(control, { keys: toggleKeys }));
  const { setup, sent, run } = control;
  return (
    <section
      ref={box}
      className={view.network}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the view takes the focus so that its keys can be used at once
      tabIndex={0}
      aria-label={say.label}
      onKeyDown={onKeyDown}
      {...keptFocus}
    >
      <h2 className={figure.hidden}>{say.label}</h2>
      <div className={styles.top}>
        <p className={styles.caption}>
          <span>
            {say.caption}{' '}
            <button type="button" className={view.close} onClick={onClose}>
              {say.close}
            </button>
          </span>
        </p>
        <Folded {...{ words, sent }} built={setup}>
          <Modes words={words} built={setup} on={control} />
          {sent && (
            <NetworkLine {...{ words, say, world, sent }} refusal={control.refusal} onSend={control.send} />
          )}
        </Folded>
      </div>
      {sent === undefined ? (
        <p className={styles.detail}>{say.empty}</p>
      ) : (
        <>
          <Way {...{ locale, control, width, keys, toggleKeys }} />
          <NetworkHands
            {...{ say, world }}
            on={setup.hands}
            likely={lastNode(run, world)}
            onBreak={control.break}
            onMend={control.mend}
          >
            <SavePcap words={words} xray={run.xray} name="network" />
          </NetworkHands>
          <PacketPanels
            {...{ words, locale, run, sent, width }}
            moment={control.moment}
            packet={run.xray.packets[control.moment?.packet ?? 0]}
            isOver={control.at >= run.xray.moments.length - 1}
            onRule={control.goToRule}
          />
        </>
      )}
    </section>
  );
}

/** The last node that the question comes to. */
const lastNode = ({ xray }: NetworkControl['run'], { nodes }: World): string | undefined =>
  xray.packets[0]?.frames.findLast(({ host }) => nodes.some(({ name }) => name === host))?.host;

interface WayProps {
  readonly locale: Locale;
  readonly control: NetworkControl;
  readonly width: number | undefined;
  readonly keys: boolean;
  readonly toggleKeys: () => void;
}

/** What is the case, where the packet is, and what moves it. */
function Way({ locale, control, width, keys, toggleKeys }: WayProps) {
  const words = packetWords[locale];
  const { run, at, moment, sent = nobody, count, sendAgain, startOver } = control;
  const narrator = useMemo(() => narratorOf(locale, run, sent.from), [locale, run, sent.from]);
  const said = narrator.at(at);
  const packet = run.xray.packets[moment?.packet ?? 0];
  return (
    <>
      <Saying said={said} />
      <PacketSwitch words={words} xray={run.xray} stops={control} />
      {packet && <StripOf {...{ packet, locale, width }} stops={control} />}
      <Playing
        {...{ words, locale }}
        stops={control}
        sending={{ count, again: sendAgain, over: startOver }}
        onKeys={toggleKeys}
        keysShown={keys}
      />
      {keys && <PacketKeys words={words} />}
      <LiveText text={said.heard} />
    </>
  );
}
