'use client';
import type { DragEvent } from 'react';
import { listenersOf } from '@/lib/cluster/kubelet/listeners';
import type { Socket } from '@/lib/cluster/kubelet/sockets';
import type { Pod } from '@/lib/cluster/objects';
import { type ContainerDesign, podAddress, restartsOf, standsOf } from '@/lib/lab/pod-design';
import { fill } from '../fill';
import { labelled, Segments, written } from '../lab/segments';
import styles from './pod-workbench.module.css';
import type { WorkbenchWords } from './workbench-words';

const ports = [53, 80, 8080, 9090] as const;
const places = ['all', 'loopback', 'pod'] as const;
type Place = (typeof places)[number];

const addressOf: Readonly<Record<Place, string>> = { all: '', loopback: '127.0.0.1', pod: podAddress };
const placeOf = ({ address }: Socket): Place => places.find((place) => addressOf[place] === address) ?? 'all';
const usual: Socket = { protocol: 'TCP', address: '', port: 8080 };

/** `TCP *:8080`. */
const socketText = ({ protocol, address, port }: Socket, words: WorkbenchWords): string =>
  fill(words.listens, {
    protocol,
    address: address === '' ? words.everywhere : address === podAddress ? words.podAddress : address,
    port: `${port}`,
  });

/** A container: how it stands, what it listens on or wanted to, and what can be changed of it. */
export function WorkbenchContainer({
  pod,
  container,
  other,
  canMove,
  words,
  onDragStart,
  onChange,
  onMove,
}: {
  readonly pod: Pod;
  readonly container: ContainerDesign;
  /** Name of the Pod that it can go to. */
  readonly other: string | undefined;
  readonly canMove: boolean;
  readonly words: WorkbenchWords;
  readonly onDragStart: (event: DragEvent) => void;
  readonly onChange: (change: (container: ContainerDesign) => ContainerDesign) => void;
  readonly onMove: () => void;
}) {
  const { name, server, mounts } = container;
  const stands = standsOf(pod, name);
  const isHeld = listenersOf(pod).some((listener) => listener.container === name);
  const text = server && socketText(server, words);
  const serve = (change: Partial<Socket>) =>
    onChange((one) => ({ ...one, server: { ...(one.server ?? usual), ...change } }));
  const stop = () => onChange(({ server: _, ...rest }) => rest);
  return (
    <section
      className={styles.container}
      aria-label={fill(words.container, { name })}
      data-stands={stands}
      data-mounts={mounts || undefined}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button below does the same for everybody */}
      <header className={styles.containerHead} draggable={canMove} onDragStart={onDragStart}>
        <h4>{name}</h4>
        <span>{words.stands[stands]}</span>
        <span>{fill(words.restarts, { count: `${restartsOf(pod, name)}` })}</span>
      </header>
      <p
        className={styles.socket}
        data-held={isHeld || undefined}
        data-taken={stands === 'falls' || undefined}
      >
        {text === undefined ? words.nothing : stands === 'falls' ? fill(words.taken, { socket: text }) : text}
      </p>
      <Segments
        label={words.hands.server}
        value={server?.protocol ?? 'none'}
        choices={labelled(['none', 'TCP', 'UDP'] as const, words.servers)}
        onChoose={(value) => (value === 'none' ? stop() : serve({ protocol: value }))}
      />
      {server && (
        <>
          <Segments
            label={words.hands.port}
            value={server.port}
            choices={written(ports)}
            onChoose={(port) => serve({ port })}
          />
          <Segments
            label={words.hands.address}
            value={placeOf(server)}
            choices={labelled(places, words.addresses)}
            onChoose={(place) => serve({ address: addressOf[place] })}
          />
        </>
      )}
      <label className={styles.switch}>
        <input
          type="checkbox"
          checked={mounts}
          onChange={() => onChange((one) => ({ ...one, mounts: !one.mounts }))}
        />
        {words.hands.mount}
      </label>
      {other !== undefined &&
        (canMove ? (
          <button type="button" className={styles.move} onClick={onMove}>
            {fill(words.hands.move, { container: name, pod: other })}
          </button>
        ) : (
          <p className={styles.lastOne}>{words.hands.lastOne}</p>
        ))}
    </section>
  );
}
