'use client';
import { type ReactNode, useId, useState } from 'react';
import {
  type DroppedKind,
  droppedKinds,
  idOf,
  mtuLimits,
  type NetworkHand,
  type NodeDevice,
  nodeDevices,
  portLimits,
} from '@/lib/lab/network-hands';
import type { World } from '@/lib/network/world';
import { IdleButton } from '../kit/idle-button';
import controls from '../lab/controls.module.css';
import { Choice } from './network-line';
import view from './network-view.module.css';
import { handText, type NetworkWords } from './network-words';
import styles from './packet-figure.module.css';

interface NetworkHandsProps {
  readonly say: NetworkWords;
  readonly world: World;
  readonly on: readonly NetworkHand[];
  /** The node that is offered before one was chosen: where the packet goes. */
  readonly likely: string | undefined;
  readonly onBreak: (hand: NetworkHand) => void;
  readonly onMend: (hand: NetworkHand) => void;
  /** At the far end. */
  readonly children?: ReactNode;
}

const kinds: readonly NetworkHand['kind'][] = ['cut', 'drop', 'block', 'mtu', 'forwarding'];

interface Draft {
  readonly kind: NetworkHand['kind'];
  readonly node: string | undefined;
  readonly packets: DroppedKind;
  readonly port: number;
  readonly device: NodeDevice;
  readonly bytes: number;
}

const first: Draft = {
  kind: 'cut',
  node: undefined,
  packets: 'vxlan',
  port: 8080,
  device: 'eth0',
  bytes: 1400,
};

function handOf({ kind, packets, port, device, bytes }: Draft, node: string): NetworkHand {
  if (kind === 'drop') return { kind, node, packets };
  if (kind === 'block') return { kind, node, port };
  return kind === 'mtu' ? { kind, node, device, bytes } : { kind, node };
}

const isWithin = (value: number, { least, most }: { readonly least: number; readonly most: number }) =>
  Number.isInteger(value) && value >= least && value <= most;

const isPossible = (hand: NetworkHand): boolean =>
  hand.kind === 'block'
    ? isWithin(hand.port, portLimits)
    : hand.kind !== 'mtu' || isWithin(hand.bytes, mtuLimits);

/** What can be broken on a node; what was broken stands there to be taken back. */
export function NetworkHands({ say, world, on, likely, onBreak, onMend, children }: NetworkHandsProps) {
  const [draft, setDraft] = useState(first);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const names = world.nodes.map(({ name }) => name);
  const node = [draft.node, likely, names.at(-1)].find((name) => name !== undefined && names.includes(name));
  if (node === undefined) return null;
  const hand = handOf(draft, node);
  return (
    <div className={view.breaking}>
      {/* biome-ignore lint/a11y/useSemanticElements: a toolbar, not a form */}
      <div className={`${styles.hands} ${view.hands}`} role="group" aria-label={say.break.label}>
        <div className={view.choices}>
          <Choice
            label={say.break.what}
            value={draft.kind}
            onChoose={(kind) => change({ kind })}
            options={kinds.map((value) => ({ value, label: say.kinds[value] }))}
          />
          <About {...{ say, draft, change }} />
          <Choice
            label={say.break.node}
            value={node}
            onChoose={(name) => change({ node: name })}
            options={names.map((name) => ({ value: name, label: name }))}
          />
        </div>
        <IdleButton
          className={`${controls.button} ${view.do}`}
          isIdle={!isPossible(hand)}
          onClick={() => {
            change({ node });
            onBreak(hand);
          }}
        >
          {handText(say, hand)}
        </IdleButton>
        <span className={styles.take}>{children}</span>
      </div>
      {on.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a toolbar, not a form
        <div className={view.broken} role="group" aria-label={say.break.done}>
          {on.map((one) => (
            <button
              key={idOf(one)}
              type="button"
              className={`${controls.button} ${styles.hand}`}
              aria-pressed="true"
              data-hand={idOf(one)}
              onClick={() => onMend(one)}
            >
              {handText(say, one)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

interface AboutProps {
  readonly say: NetworkWords;
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

/** What a hand needs to know beside its node. */
function About({ say, draft, change }: AboutProps) {
  if (draft.kind === 'drop')
    return (
      <Choice
        label={say.break.packets}
        value={draft.packets}
        onChoose={(packets) => change({ packets })}
        options={droppedKinds.map((value) => ({ value, label: say.packets[value] }))}
      />
    );
  if (draft.kind === 'block')
    return (
      <Count
        label={say.break.port}
        value={draft.port}
        limits={portLimits}
        onCount={(port) => change({ port })}
      />
    );
  if (draft.kind !== 'mtu') return null;
  return (
    <>
      <Choice
        label={say.break.device}
        value={draft.device}
        onChoose={(device) => change({ device })}
        options={nodeDevices.map((value) => ({ value, label: value }))}
      />
      <Count
        label={say.break.bytes}
        value={draft.bytes}
        limits={mtuLimits}
        onCount={(bytes) => change({ bytes })}
      />
    </>
  );
}

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly limits: { readonly least: number; readonly most: number };
  readonly onCount: (value: number) => void;
}

function Count({ label, value, limits: { least, most }, onCount }: CountProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={view.count}
        type="number"
        min={least}
        max={most}
        value={Number.isNaN(value) ? '' : value}
        onChange={(event) => onCount(event.target.valueAsNumber)}
      />
    </div>
  );
}
