'use client';
import { type ReactNode, useId, useState } from 'react';
import type { PacketScenario, Send } from '@/lib/lab/packet-path';
import type { PacketChoice } from '@/lib/lab/packet-run';
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
  return (
    <div className={styles.top}>
      <figcaption className={styles.caption}>
        {number !== undefined && (
          <span className={figure.number}>{fill(words.figure.figure, { number })}</span>
        )}
        <span>{scenario.caption[locale]}</span>
      </figcaption>
      <Folded {...{ words, sent }} built={control.choice}>
        <Modes words={words} built={control.choice} on={control} />
        <PacketLine
          {...{ scenario, locale, words, world, sent }}
          onSend={control.send}
          onWay={control.sendWay}
          refusal={control.refusal}
        />
      </Folded>
    </div>
  );
}

/** How a network is built: Flannel's backend and kube-proxy's mode. */
type Built = Pick<PacketChoice, 'backend' | 'mode'>;

interface FoldedProps {
  readonly words: PacketWords;
  readonly sent: Send | undefined;
  readonly built: Built;
  readonly children: ReactNode;
}

/** On a narrow screen its contents stand folded behind the line that was sent. */
export function Folded({ words, sent, built, children }: FoldedProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const backend = built.backend === 'direct' ? words.choose.direct : built.backend;
  return (
    <>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {sent && <code>{`${sent.from}$ ${sent.line}`}</code>}
        <span>{`${backend}, ${built.mode}`}</span>
      </button>
      <div id={id} className={styles.setup} data-open={open || undefined}>
        {children}
      </div>
    </>
  );
}

interface ModesProps {
  readonly words: PacketWords;
  readonly built: Built;
  readonly on: {
    readonly setBackend: (backend: Built['backend']) => void;
    readonly setMode: (mode: Built['mode']) => void;
  };
}

/** What Flannel and kube-proxy run with. */
export function Modes({ words, built, on }: ModesProps) {
  const say = words.choose;
  return (
    // biome-ignore lint/a11y/useSemanticElements: two groups of switches, not a form
    <div className={styles.modes} role="group" aria-label={say.mode}>
      <Segments
        label={say.flannel}
        shown={false}
        value={built.backend}
        onChoose={on.setBackend}
        choices={[
          { value: 'vxlan', label: 'vxlan' },
          { value: 'direct', label: say.direct },
          { value: 'host-gw', label: 'host-gw' },
        ]}
      />
      <Segments
        label={say.kubeProxy}
        shown={false}
        value={built.mode}
        onChoose={on.setMode}
        choices={[
          { value: 'iptables', label: 'iptables' },
          { value: 'nftables', label: 'nftables' },
        ]}
      />
    </div>
  );
}
