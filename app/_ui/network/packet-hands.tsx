'use client';
import { useState } from 'react';
import type { PacketScenario } from '@/lib/lab/packet-path';
import type { Xray } from '@/lib/network/xray/view';
import type { Locale } from '@/lib/text';
import { IdleButton } from '../kit/idle-button';
import controls from '../lab/controls.module.css';
import styles from './packet-figure.module.css';
import { saveFile } from './save-file';
import type { PacketWords } from './words';
import { pcapOfXray } from './xray-pcap';

interface PacketHandsProps {
  readonly scenario: PacketScenario;
  readonly locale: Locale;
  readonly words: PacketWords;
  readonly on: readonly string[];
  readonly onToggle: (id: string) => void;
  readonly xray: Xray;
  /** The address that opens the figure as it is now. */
  readonly link: () => string;
}

/** What can be broken or changed, each a switch; beside it what is taken away: the frames, the link. */
export function PacketHands({ scenario, locale, words, on, onToggle, xray, link }: PacketHandsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar, not a form
    <div className={styles.hands} role="group" aria-label={words.hands.label}>
      {scenario.hands.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className={`${controls.button} ${styles.hand}`}
          aria-pressed={on.includes(id)}
          data-hand={id}
          onClick={() => onToggle(id)}
        >
          {label[locale]}
        </button>
      ))}
      <span className={styles.take}>
        <SavePcap {...{ words, xray }} name={scenario.id} />
        <CopyLink words={words} link={link} />
      </span>
    </div>
  );
}

/** All frames of an exchange as a file. */
export function SavePcap({
  words,
  xray,
  name,
}: Pick<PacketHandsProps, 'words' | 'xray'> & { readonly name: string }) {
  return (
    <IdleButton
      className={controls.button}
      title={words.hands.pcapWhy}
      isIdle={xray.packets.length === 0}
      onClick={() => saveFile(`podium-${name}.pcapng`, pcapOfXray(xray))}
    >
      {words.hands.pcap}
    </IdleButton>
  );
}

/** Where the browser does not let a page write to the clipboard, the link stands there to be taken by hand. */
function CopyLink({ words, link }: Pick<PacketHandsProps, 'words' | 'link'>) {
  const [copied, setCopied] = useState<{ readonly link: string; readonly done: boolean }>();
  const copy = async () => {
    const address = link();
    try {
      await navigator.clipboard.writeText(address);
      setCopied({ link: address, done: true });
    } catch {
      setCopied({ link: address, done: false });
    }
  };
  return (
    <>
      <button type="button" className={controls.button} onClick={() => void copy()}>
        {words.hands.copy}
      </button>
      <output className={styles.copied}>
        {copied?.done && words.hands.copied}
        {copied && !copied.done && (
          <>
            {words.hands.notCopied} <a href={copied.link}>{copied.link}</a>
          </>
        )}
      </output>
    </>
  );
}
