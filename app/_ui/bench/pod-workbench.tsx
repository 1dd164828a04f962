'use client';
import { type RefObject, useMemo, useState } from 'react';
import type { Pod } from '@/lib/cluster/objects';
import { yamlDocuments } from '@/lib/kubectl/yaml/emit';
import { designOf, manifestOf, type PodDesign, standsOf } from '@/lib/lab/pod-design';
import type { Scenario } from '@/lib/lab/scenario';
import type { TextRefusal } from '@/lib/lab/view';
import { fill } from '../fill';
import { EngineState } from '../lab/engine-state';
import figureStyles from '../lab/figure.module.css';
import { ScoreAt } from '../lab/figure-parts';
import { Caption, captionOf, PlayerOf } from '../lab/lab-figure';
import { LiveText } from '../lab/live-text';
import sentence from '../lab/sentence.module.css';
import { openInWorker } from '../lab/session-client';
import { useFigure } from '../lab/use-figure';
import { labWords } from '../lab/words';
import type { BenchProps } from './bench';
import { Manifests } from './manifests';
import styles from './pod-workbench.module.css';
import { usePods } from './use-pods';
import { useSharing } from './use-sharing';
import { WorkbenchAsk } from './workbench-ask';
import { WorkbenchPod } from './workbench-pod';
import { type WorkbenchWords, workbenchWords } from './workbench-words';

const node = 'node-1';

/** The Pods that the scenario applies, without a status: what is drawn before the engine is there. */
const appliedIn = ({ commands }: Scenario): readonly Pod[] =>
  commands.flatMap(({ command }) =>
    command.verb === 'apply' && command.object.kind === 'Pod'
      ? [{ ...(command.object as unknown as Pod), status: { phase: 'Pending' } }]
      : [],
  );

/** A Pod that was made anew stands where it stood. */
const inOrder = (pods: readonly Pod[], first: readonly Pod[]): readonly Pod[] => {
  const placeOf = ({ metadata: { name } }: Pod) => first.findIndex((one) => one.metadata.name === name);
  return [...pods].sort((a, b) => placeOf(a) - placeOf(b));
};

/**
 * The Pod workbench: Pods as boxes, their containers with what they listen on, and the volume that some of them mount. What is
 * drawn comes from the objects of the session's cluster; each control makes a manifest, and the Pod is made anew from it.
 */
export function PodWorkbench({
  scenario,
  first,
  locale,
  number,
  share,
  link,
  open = openInWorker,
}: BenchProps) {
  const words = labWords[locale];
  const say = workbenchWords[locale];
  const [client] = useState(() => open(scenario, first, link?.state));
  const [refusals, setRefusals] = useState<readonly TextRefusal[]>([]);
  const figure = useFigure({ client, pauseAtMs: scenario.pauseAtMs });
  const { lab, box, end, width, onKeyDown } = figure;
  const sharing = useSharing({ share, locale }, client, {});
  const start = useMemo(() => appliedIn(scenario), [scenario]);
  const known = usePods(client, lab.view, lab.status === 'ready', start);
  const pods = useMemo(() => inOrder(known, start), [known, start]);
  const designs = pods.map((pod) => designOf(pod));
  const said = sentenceOf(pods, designs, say);
  /** The Pods are deleted at once and applied again, those that change together at one moment. */
  const build = (...changed: readonly PodDesign[]) => {
    for (const { name } of changed)
      client.tell('do', { verb: 'delete', kind: 'Pod', name, gracePeriodSeconds: 0 });
    lab.applyText(textOf(changed)).then(
      (answer) => setRefusals(answer.refusals),
      () => undefined,
    );
  };
  return (
    <>
      <figure
        ref={box as RefObject<HTMLElement | null>}
        className={`${figureStyles.figure} ${styles.figure}`}
        data-live={width === undefined ? undefined : ''}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the figure takes the focus so that its keys can be used at once
        tabIndex={0}
        aria-label={captionOf(scenario, words, locale, number)}
        onKeyDown={onKeyDown}
      >
        <Caption scenario={scenario} words={words} locale={locale} number={number} />
        <EngineState lab={lab} words={words} />
        <p className={sentence.sentence}>{said}</p>
        <p className={styles.note}>{say.anew}</p>
        {refusals.map(({ text }) => (
          <pre key={text} className={styles.refusal} role="alert">
            {text}
          </pre>
        ))}
        <div className={styles.pods}>
          {pods.map((pod) => (
            <WorkbenchPod
              key={pod.metadata.name}
              {...{ pod, pods, designs, node, words: say }}
              onBuild={build}
            />
          ))}
        </div>
        <WorkbenchAsk {...{ pods, lab, words: say }} />
        <div className={figureStyles.scoreRow}>
          <ScoreAt lab={lab} words={words} width={width} isHeld={false} />
        </div>
        <PlayerOf lab={lab} words={words} compact={false} share={sharing} />
        <Manifests title={say.manifests} text={textOf(designs)} />
        <p className={styles.note}>{say.leftOut}</p>
        <LiveText text={said} />
      </figure>
      <span ref={end} tabIndex={-1} className={figureStyles.hidden}>
        {words.figure.end}
      </span>
    </>
  );
}

const textOf = (designs: readonly PodDesign[]): string =>
  yamlDocuments(designs.map((design) => manifestOf(design, node)));

/** The first that fell is told of; then whether somebody is still starting. */
function sentenceOf(pods: readonly Pod[], designs: readonly PodDesign[], words: WorkbenchWords): string {
  const all = designs.flatMap(({ name, containers }, i) =>
    containers.map((container) => ({
      pod: name,
      container: container.name,
      stands: standsOf(pods[i] as Pod, container.name),
    })),
  );
  if (all.length === 0) return words.sentence.gone;
  const fallen = all.find(({ stands }) => stands === 'falls');
  if (fallen) return fill(words.sentence.taken, fallen);
  return all.some(({ stands }) => stands === 'starts') ? words.sentence.starting : words.sentence.well;
}
