'use client';
import { useId, useState } from 'react';
import type { PacketScenario, Send } from '@/lib/lab/packet-path';
import type { World } from '@/lib/network/world';
import type { Locale } from '@/lib/text';
import { fill } from '../fill';
import figure from '../lab/figure.module.css';
import { Segments } from '../lab/segments';
import styles from './packet-figure.module.css';
import { PacketLine } from './packet-line';
import type { PacketControl } from './use-packet';
import type { PacketWords } from './words';

interface PacketSetupProps {
  readonly scenario: PacketScenario;
  readonly locale: Locale;
  readonly number?: string | undefined;
  readonly words: PacketWords;
  readonly world: World;
  /** What is looked through now. */
  readonly sent: Send;
  readonly control: PacketControl;
}

/**
 * The caption, what the network is built with and what is sent through it; a change of either sends the packets again. On a
 * narrow screen these stand folded behind the line that was sent, so that the sentence comes first.
 */
export function PacketSetup({ scenario, locale, number, words, world, sent, control }: PacketSetupProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const { choice } = control;
  return (
    <div className={styles.top}>
      <figcaption className={styles.caption}>
        {number !== undefined && (
          <span className={figure.number}>{fill(words.figure.figure, { number })}</span>
        )}
        <span>{scenario.caption[locale]}</span>
      </figcaption>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <code>{`${sent.from}$ ${sent.line}`}</code>
        <span>{`${choice.backend === 'direct' ? words.choose.direct : choice.backend}, ${choice.mode}`}</span>
      </button>
      <div id={id} className={styles.setup} data-open={open || undefined}>
        <Modes words={words} control={control} />
        <PacketLine
          {...{ scenario, locale, words, world, sent }}
          onSend={control.send}
          onWay={control.sendWay}
          refusal={control.refusal}
        />
      </div>
    </div>
  );
}

function Modes({ words, control }: Pick<PacketSetupProps, 'words' | 'control'>) {
  const { choice, setBackend, setMode } = control;
  const say = words.choose;
  return (
    // biome-ignore lint/a11y/useSemanticElements: two groups of switches, not a form
    <div className={styles.modes} role="group" aria-label={say.mode}>
      <Segments
        label={say.flannel}
        shown={false}
        value={choice.backend}
        onChoose={setBackend}
        choices={[
          { value: 'vxlan', label: 'vxlan' },
          { value: 'direct', label: say.direct },
          { value: 'host-gw', label: 'host-gw' },
        ]}
      />
      <Segments
        label={say.kubeProxy}
        shown={false}
        value={choice.mode}
        onChoose={setMode}
        choices={[
          { value: 'iptables', label: 'iptables' },
          { value: 'nftables', label: 'nftables' },
        ]}
      />
    </div>
  );
}
