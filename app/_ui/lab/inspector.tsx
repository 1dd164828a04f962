'use client';
import { type ReactNode, useId } from 'react';
import type { ObjectView } from '@/lib/lab/view';
import { PodMark } from '../cluster/pod-mark';
import { fill } from '../fill';
import { moveByKeys } from '../kit/tab-keys';
import { Machine } from '../machine/machine';
import { machineOf, stateWords } from '../machine/rule-words';
import { manifestWords } from '../manifest/words';
import { YamlText } from '../manifest/yaml-text';
import styles from './inspector.module.css';
import { InspectorEvents } from './inspector-events';
import { InspectorObjects } from './inspector-objects';
import { inspectorWords } from './inspector-words';
import { type Listed, podWords, rowsOf, shortKind } from './object-rows';
import { WhyChain } from './why';
import { type LabWords, shortName } from './words';

export const inspectorTabs = ['objects', 'yaml', 'events', 'machine'] as const;
export type InspectorTab = (typeof inspectorTabs)[number];

export interface InspectorProps {
  readonly view: Listed & { readonly nowMs: number };
  /** Key of the object that is chosen, there or not. */
  readonly selected: string | undefined;
  /** What is known of it; undefined when it is not there at this moment. */
  readonly object: ObjectView | undefined;
  readonly tab: InspectorTab;
  readonly onTab: (tab: InspectorTab) => void;
  readonly onSeek: (atMs: number) => void;
  readonly onSelect: (key: string) => void;
  /** Told the object's manifest as one would write it. */
  readonly onEdit?: (text: string) => void;
  /** The list stands above the tabs, whichever is open. */
  readonly split?: boolean;
  readonly words: LabWords;
}

/** The cluster's objects, and of one of them why it is as it is, its YAML, its Events, and the machine that decides by it. */
export function Inspector(props: InspectorProps) {
  const { view, selected, object, tab, onTab, onSelect, split = false, words } = props;
  const own = inspectorWords[words.locale];
  const id = useId();
  const list = <InspectorObjects {...{ view, selected, onSelect, words }} />;
  const labels: Readonly<Record<InspectorTab, ReactNode>> = {
    objects: split ? own.tabs.why : own.tabs.objects,
    yaml: own.tabs.yaml,
    events: object ? `${own.tabs.events} ${object.events.length}` : own.tabs.events,
    machine: own.tabs.machine,
  };
  return (
    <section className={styles.inspector} aria-label={own.label}>
      {split && list}
      <div className={styles.tabs} role="tablist" aria-label={own.label} onKeyDown={moveByKeys}>
        {inspectorTabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`${id}${one}`}
            aria-selected={one === tab}
            aria-controls={`${id}panel`}
            tabIndex={one === tab ? 0 : -1}
            onClick={() => onTab(one)}
          >
            {labels[one]}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}panel`} aria-labelledby={`${id}${tab}`} className={styles.panel}>
        {tab === 'objects' && !split && list}
        {object === undefined || object.key !== selected ? (
          <Unopened view={view} selected={selected} words={words} />
        ) : (
          <Opened {...props} object={object} />
        )}
      </div>
    </section>
  );
}

/** Instead of an object: that one is to be chosen, or that it is gone. One that is there is being asked for. */
function Unopened({ view, selected, words }: Pick<InspectorProps, 'view' | 'selected' | 'words'>) {
  const own = inspectorWords[words.locale];
  if (selected === undefined) return <p className={styles.none}>{own.choose}</p>;
  const isListed = rowsOf(view, own).some(({ key }) => key === selected);
  return <p className={styles.none}>{isListed ? '\u00a0' : fill(own.gone, { name: shortName(selected) })}</p>;
}

function Opened({
  view,
  object,
  tab,
  onSeek,
  onEdit,
  words,
}: Omit<InspectorProps, 'object'> & { readonly object: ObjectView }) {
  const own = inspectorWords[words.locale];
  const { name } = object;
  return (
    <>
      <ObjectHead view={view} object={object} words={words} />
      {tab === 'objects' &&
        (object.why.length > 0 ? (
          <WhyChain view={object} words={words} onSeek={onSeek} />
        ) : (
          <p className={styles.none}>{own.noCause}</p>
        ))}
      {tab === 'yaml' && (
        <YamlText yaml={object.yaml} name={name} onEdit={onEdit} words={manifestWords[words.locale]} />
      )}
      {tab === 'events' &&
        (object.events.length > 0 ? (
          <InspectorEvents events={object.events} nowMs={view.nowMs} onSeek={onSeek} words={words} />
        ) : (
          <p className={styles.none}>{fill(own.noEvents, { name })}</p>
        ))}
      {tab === 'machine' && <MachineTab object={object} words={words} />}
    </>
  );
}

/** Which object is open, and how it stands in one line. */
function ObjectHead({
  view,
  object: { key, kind, name, machine },
  words,
}: {
  readonly view: InspectorProps['view'];
  readonly object: ObjectView;
  readonly words: LabWords;
}) {
  const own = inspectorWords[words.locale];
  const pod = view.pods.find((one) => one.key === key);
  const state = machine && stateWords(words.locale, machineOf(machine.name), machine.current);
  const status = pod && podWords(pod, own);
  return (
    <header className={styles.head}>
      <h3>
        {pod && (
          <PodMark
            state={pod.state}
            n={pod.ordinal}
            revision={pod.revision}
            size={22}
            graceUsed={pod.graceUsed}
            wasReady={pod.wasReady}
          />
        )}
        {fill(own.isOf, { kind: shortKind(kind), name })}
      </h3>
      <p>
        {pod
          ? pod.node
            ? fill(own.on, { status: status ?? '', node: pod.node })
            : status
          : (state ?? machine?.current)}
      </p>
    </header>
  );
}

/** Room for a list of rules: as many px a rule; and for a chart, px. */
const rulePx = 44;
const chartPx = 360;

function MachineTab({ object, words }: { readonly object: ObjectView; readonly words: LabWords }) {
  const { machine, name } = object;
  if (machine === undefined)
    return <p className={styles.none}>{fill(inspectorWords[words.locale].noMachine, { name })}</p>;
  const height = object.machineKind === 'chart' ? chartPx : machine.states.length * rulePx;
  return <Machine machine={machine} height={height} words={words} />;
}
