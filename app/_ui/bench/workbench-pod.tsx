'use client';
import { type DragEvent, useState } from 'react';
import type { Pod } from '@/lib/cluster/objects';
import { moved, type PodDesign, sharedVolume, withContainer } from '@/lib/lab/pod-design';
import { fill } from '../fill';
import styles from './pod-workbench.module.css';
import { WorkbenchContainer } from './workbench-container';
import type { WorkbenchWords } from './workbench-words';

interface Dragged {
  readonly pod: string;
  readonly container: string;
}

const dragType = 'application/x-podium-container';

/** One Pod as a box: its containers, the network that they stand in, its volume, and its two switches. */
export function WorkbenchPod({
  pod,
  pods,
  designs,
  node,
  words,
  onBuild,
}: {
  readonly pod: Pod;
  readonly pods: readonly Pod[];
  readonly designs: readonly PodDesign[];
  readonly node: string;
  readonly words: WorkbenchWords;
  readonly onBuild: (...changed: readonly PodDesign[]) => void;
}) {
  const { name } = pod.metadata;
  const [isOver, setOver] = useState(false);
  const design = designs.find((one) => one.name === name);
  const other = designs.find((one) => one.name !== name);
  if (!design) return null;
  const move = (container: string, from: PodDesign | undefined, to: PodDesign | undefined) => {
    const both = from && to && moved(from, to, container);
    if (both) onBuild(both.from, both.to);
  };
  const drop = (event: DragEvent) => {
    setOver(false);
    const dragged = draggedIn(event);
    if (!dragged || dragged.pod === name) return;
    event.preventDefault();
    move(dragged.container, other, design);
  };
  const mounting = design.containers.filter(({ mounts }) => mounts).map((one) => one.name);
  const address = pod.status.podIP ?? words.noAddress;
  return (
    <section
      className={styles.pod}
      aria-label={`Pod ${name}`}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(dragType)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <header className={styles.podHead}>
        <h3>Pod {name}</h3>
        <Switch
          label={words.hands.hostNetwork}
          isOn={design.hostNetwork}
          onSwitch={(hostNetwork) => onBuild({ ...design, hostNetwork })}
        />
        <Switch
          label={words.hands.sharesProcesses}
          isOn={design.sharesProcesses}
          onSwitch={(sharesProcesses) => onBuild({ ...design, sharesProcesses })}
        />
      </header>
      <div className={styles.containers} data-shared={design.sharesProcesses || undefined}>
        {design.containers.map((container) => (
          <WorkbenchContainer
            key={container.name}
            {...{ pod, pods, container, words }}
            other={other?.name}
            canMove={design.containers.length > 1}
            onDragStart={(event) =>
              event.dataTransfer.setData(dragType, JSON.stringify({ pod: name, container: container.name }))
            }
            onChange={(change) => onBuild(withContainer(design, container.name, change))}
            onMove={() => move(container.name, design, other)}
          />
        ))}
      </div>
      <p className={styles.processes}>
        {design.sharesProcesses ? words.processes.shared : words.processes.own}
      </p>
      <p className={styles.rail} data-node={design.hostNetwork || undefined}>
        {fill(design.hostNetwork ? words.nodeNetwork : words.network, { pod: name, node, address })}
      </p>
      <p className={styles.drawer} data-kept={mounting.length > 0 || undefined}>
        <span>{words.volume.replace('shared', sharedVolume.name)}</span>{' '}
        <span>
          {mounting.length > 0
            ? fill(words.mountedBy, { names: mounting.join(', ') })
            : words.mountedByNobody}
        </span>
      </p>
    </section>
  );
}

function draggedIn(event: DragEvent): Dragged | undefined {
  const text = event.dataTransfer.getData(dragType);
  return text === '' ? undefined : (JSON.parse(text) as Dragged);
}

function Switch({
  label,
  isOn,
  onSwitch,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}) {
  return (
    <label className={styles.switch}>
      <input type="checkbox" checked={isOn} onChange={() => onSwitch(!isOn)} />
      <code>{label}</code>
    </label>
  );
}
