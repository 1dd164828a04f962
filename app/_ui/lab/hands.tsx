'use client';
import { memo, useEffect, useRef, useState } from 'react';
import type { Command } from '@/lib/cluster/command';
import type { Hand, LabStatement, Scenario } from '@/lib/lab/scenario';
import type { PodView } from '@/lib/lab/view';
import { PodMark } from '../cluster/pod-mark';
import { IdleButton } from '../kit/idle-button';
import type { Controlled } from './controlled';
import styles from './controls.module.css';
import { deletePod, deleteSet, scale, setImage, setMinReadySeconds, setWhenScaled } from './hand-commands';
import { Menu } from './menu';
import { Segments } from './segments';
import { fill, type LabWords } from './words';

export interface HandsProps {
  readonly scenario: Scenario | LabStatement;
  readonly set: Controlled | undefined;
  readonly pods: readonly PodView[];
  readonly failing: readonly string[];
  /** Key of the selected object. */
  readonly selected: string | undefined;
  readonly words: LabWords;
  readonly act: (command: Command) => void;
  readonly runWith: (policy: 'OrderedReady' | 'Parallel') => void;
}

const mostReplicas = 12;

const withControl: ReadonlySet<Hand> = new Set<Hand>([
  'failReadiness',
  'deletePod',
  'scale',
  'policy',
  'setImage',
  'deleteSet',
  'minReadySeconds',
  'whenScaled',
]);

/** Controls that need no subject: their menus name Pods. */
const onPods: ReadonlySet<Hand> = new Set<Hand>(['failReadiness', 'deletePod']);

/** The hands of a scenario that are one control each; the others act on whatever object is chosen. */
export const controlsOf = ({ hands, subject }: Pick<Scenario, 'hands' | 'subject'>): readonly Hand[] =>
  hands.filter((hand) => withControl.has(hand) && (subject !== undefined || onPods.has(hand)));

/** Whether more can be done to an object that is chosen than its controls do. */
export const hasMore = ({ hands }: Pick<Scenario, 'hands'>): boolean =>
  hands.some((hand) => !withControl.has(hand));

/** What the reader can do to this cluster, in the order of the scenario. Each control makes one command. */
export const Hands = memo(function Hands(props: HandsProps) {
  const { scenario, words } = props;
  const [all, setAll] = useState(false);
  const hands = controlsOf(scenario);
  if (hands.length === 0) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar, not a form
    <div className={styles.hands} role="group" aria-label={words.hands.label} data-all={all || undefined}>
      {hands.map((hand, at) => (
        <div key={hand} className={styles.hand} data-later={at > 1 || undefined}>
          <One hand={hand} {...props} />
        </div>
      ))}
      {hands.length > 2 && (
        <button
          type="button"
          className={`${styles.button} ${styles.more}`}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {words.hands.others}
        </button>
      )}
    </div>
  );
}, sameHands);

/** The controls change with the names and states of Pods, not sixty times a second. */
function sameHands(a: HandsProps, b: HandsProps): boolean {
  const sign = ({ set, pods, failing }: HandsProps) =>
    JSON.stringify([set, failing, pods.map((pod) => [pod.name, pod.state, pod.revision])]);
  return (
    a.scenario === b.scenario &&
    a.words === b.words &&
    a.selected === b.selected &&
    a.act === b.act &&
    sign(a) === sign(b)
  );
}

function One(props: HandsProps & { readonly hand: Hand }) {
  const { hand, scenario, set, words, act, runWith } = props;
  const say = words.hands;
  switch (hand) {
    case 'failReadiness':
      return <Readiness {...props} />;
    case 'deletePod':
      return <DeletePod {...props} />;
    case 'scale':
      return <Stepper {...props} />;
    case 'policy':
      return (
        <Segments
          label={say.runWith}
          value={set?.policy}
          onChoose={runWith}
          choices={named('OrderedReady', 'Parallel')}
        />
      );
    case 'setImage':
      return (
        <Segments
          label={say.image}
          value={set?.image}
          onChoose={(image) => act(setImage(scenario, image))}
          choices={named(...(scenario.images ?? []))}
        />
      );
    case 'deleteSet':
      return (
        <IdleButton
          className={styles.button}
          isIdle={set === undefined}
          onClick={() => act(deleteSet(scenario))}
        >
          {say.deleteSet}
        </IdleButton>
      );
    case 'minReadySeconds':
      return (
        <Segments
          label={say.minReadySeconds}
          value={set?.minReadySeconds}
          onChoose={(value) => act(setMinReadySeconds(scenario, value))}
          choices={[0, 5, 10].map((value) => ({ value, label: `${value}` }))}
        />
      );
    case 'whenScaled':
      return (
        <Segments
          label={say.whenScaled}
          value={set?.whenScaled}
          onChoose={(value) => act(setWhenScaled(scenario, value))}
          choices={named('Retain', 'Delete')}
        />
      );
  }
}

const named = <Value extends string>(...values: readonly Value[]) =>
  values.map((value) => ({ value, label: value }));

function PodChoice({ pod }: { readonly pod: PodView }) {
  return (
    <>
      <PodMark
        state={pod.state}
        n={pod.ordinal}
        revision={pod.revision}
        size={20}
        graceUsed={pod.graceUsed}
        wasReady={pod.wasReady}
      />{' '}
      {pod.name}
    </>
  );
}

/** Menus list Pods as their names count, whatever order they were made in. */
const byOrdinal = (pods: readonly PodView[]): PodView[] =>
  [...pods].sort((a, b) => Number(a.ordinal ?? 0) - Number(b.ordinal ?? 0) || (a.name < b.name ? -1 : 1));

/** The same said at length, and briefly where the figure is narrow. */
function Wording({ long, short }: { readonly long: string; readonly short: string }) {
  return (
    <>
      <span className={styles.long}>{long}</span>
      <span className={styles.short}>{short}</span>
    </>
  );
}

function Readiness({ pods, failing, selected, words, act }: HandsProps) {
  const mends = failing.filter((name) => pods.some((pod) => pod.name === name));
  const sound = pods.filter((pod) => !failing.includes(pod.name));
  const chosen = sound.find((pod) => pod.key === selected);
  const box = useRef<HTMLDivElement>(null);
  const acted = useRef(false);
  // The button that was pressed gives way to another one: the focus goes there, not to the page.
  useEffect(() => {
    if (acted.current && document.activeElement === document.body)
      box.current?.querySelector('button')?.focus();
    acted.current = false;
  });
  const told = (verb: 'failReadiness' | 'mendReadiness', pod: string) => {
    acted.current = true;
    act({ verb, pod });
  };
  const fail = (pod: string) => told('failReadiness', pod);
  return (
    <div ref={box} className={styles.pair}>
      {mends.map((pod) => (
        <button key={pod} type="button" className={styles.primary} onClick={() => told('mendReadiness', pod)}>
          <Wording long={fill(words.hands.mend, { pod })} short={fill(words.hands.mendShort, { pod })} />
        </button>
      ))}
      {chosen !== undefined ? (
        <button type="button" className={styles.button} onClick={() => fail(chosen.name)}>
          <Wording
            long={fill(words.hands.failOne, { pod: chosen.name })}
            short={fill(words.hands.failShort, { pod: chosen.name })}
          />
        </button>
      ) : (
        mends.length === 0 && (
          <Menu
            label={words.hands.fail}
            empty={words.hands.noPods}
            choices={byOrdinal(sound).map((pod) => ({
              id: pod.name,
              label: <PodChoice pod={pod} />,
              act: () => fail(pod.name),
            }))}
          />
        )
      )}
    </div>
  );
}

function DeletePod({ pods, selected, words, act }: HandsProps) {
  const chosen = pods.find((pod) => pod.key === selected);
  if (chosen !== undefined) {
    return (
      <button
        type="button"
        className={styles.button}
        data-hand="deletePod"
        onClick={() => act(deletePod(chosen.name))}
      >
        {fill(words.hands.deleteOne, { pod: chosen.name })}
      </button>
    );
  }
  return (
    <Menu
      label={words.hands.deletePod}
      empty={words.hands.noPods}
      hand="deletePod"
      choices={byOrdinal(pods).map((pod) => ({
        id: pod.name,
        label: <PodChoice pod={pod} />,
        act: () => act(deletePod(pod.name)),
      }))}
    />
  );
}

function Stepper({ scenario, set, words, act }: HandsProps) {
  const replicas = set?.replicas ?? 0;
  const to = (count: number) => act(scale(scenario, count));
  return (
    // biome-ignore lint/a11y/useSemanticElements: two buttons and a number, not a form
    <div className={styles.segments} role="group" aria-label={words.hands.scale}>
      <span className={styles.legend} aria-hidden="true">
        {words.hands.scale}
      </span>
      <div className={styles.row}>
        <IdleButton
          aria-label={words.hands.fewer}
          isIdle={set === undefined || replicas === 0}
          onClick={() => to(replicas - 1)}
        >
          −
        </IdleButton>
        <span className={styles.number}>{set === undefined ? '–' : replicas}</span>
        <IdleButton
          aria-label={words.hands.more}
          isIdle={set === undefined || replicas >= mostReplicas}
          onClick={() => to(replicas + 1)}
        >
          +
        </IdleButton>
      </div>
    </div>
  );
}
