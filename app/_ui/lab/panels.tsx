'use client';
import { type ReactNode, useId } from 'react';
import { moveByKeys } from '../kit/tab-keys';
import controls from './controls.module.css';
import corner from './corner.module.css';
import styles from './panels.module.css';
import { shellKeys, shellWords } from './shell-words';
import type { Stage } from './use-stage';
import type { LabWords } from './words';

/** What is open: on a phone one of the first four, on a wide screen the scene and machine with at most one more. */
export type Panel = 'scene' | 'machine' | 'objects' | 'events' | 'outline' | 'keys';

const tabs = ['scene', 'machine', 'objects', 'events'] as const;
const extras = ['objects', 'events', 'outline', 'keys'] as const;

interface SwitchProps {
  readonly words: LabWords;
  readonly panel: Panel;
  readonly onPanel: (panel: Panel) => void;
  readonly onToggle: (panel: Panel) => void;
  readonly hasMachine: boolean;
  /** Where the network can be shown in place of the scene. */
  readonly stage: Pick<Stage, 'isNetwork' | 'setNetwork'> | undefined;
}

const labelOf = (words: LabWords, panel: Panel) =>
  panel === 'keys' ? words.transport.keys : words.tabs[panel];

/** Tabs on a phone; on a wide screen a few words that open a panel under the scene. CSS shows one of the two. */
export function PanelSwitch({ words, panel, onPanel, onToggle, hasMachine, stage }: SwitchProps) {
  const shown = tabs.filter((tab) => hasMachine || tab !== 'machine');
  const isScene = !(tabs as readonly Panel[]).includes(panel) || panel === 'scene';
  const onTab = isScene ? (stage?.isNetwork ? 'network' : 'scene') : panel;
  const open = (tab: (typeof tabs)[number] | 'network') => {
    if (tab === 'scene' || tab === 'network') stage?.setNetwork(tab === 'network');
    onPanel(tab === 'network' ? 'scene' : tab);
  };
  return (
    <>
      <div className={styles.tabs} role="tablist" onKeyDown={moveByKeys}>
        {[...shown, ...(stage ? (['network'] as const) : [])].map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            aria-selected={onTab === tab}
            tabIndex={onTab === tab ? 0 : -1}
            onClick={() => open(tab)}
          >
            {tab === 'network' ? shellWords[words.locale].network : labelOf(words, tab)}
          </button>
        ))}
      </div>
      <div className={`${corner.corner} ${styles.extras}`}>
        {extras.map((extra) => (
          <button key={extra} type="button" aria-expanded={panel === extra} onClick={() => onToggle(extra)}>
            {labelOf(words, extra)}
          </button>
        ))}
      </div>
    </>
  );
}

interface PanelsProps {
  readonly panel: Panel;
  readonly words: LabWords;
  readonly scene: ReactNode;
  readonly machine: ReactNode | undefined;
  readonly objects: ReactNode;
  readonly events: ReactNode;
  readonly outline: ReactNode;
}

export function Panels({ panel, words, scene, machine, objects, events, outline }: PanelsProps) {
  const id = useId();
  return (
    <>
      <div className={styles.stage} data-panel={panel} data-alone={machine === undefined || undefined}>
        <div className={styles.scene}>{scene}</div>
        {machine !== undefined && <div className={styles.machine}>{machine}</div>}
      </div>
      {panel === 'objects' && <Extra label={words.tabs.objects}>{objects}</Extra>}
      {panel === 'events' && <Extra label={words.tabs.events}>{events}</Extra>}
      {panel === 'keys' && (
        <Extra label={words.transport.keys}>
          <dl className={styles.keys}>
            {[...words.keys, ...shellKeys[words.locale]].map(([keys, says]) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd key={`${id} ${key}`}>{key}</kbd>
                  ))}
                </dt>
                <dd>{says}</dd>
              </div>
            ))}
          </dl>
        </Extra>
      )}
      <div className={panel === 'outline' ? styles.extra : controls.treeBox}>{outline}</div>
    </>
  );
}

function Extra({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className={styles.extra} aria-label={label}>
      {children}
    </section>
  );
}
