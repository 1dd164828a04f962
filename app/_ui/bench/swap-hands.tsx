import type { Command } from '@/lib/cluster/command';
import type { SwapChoice } from '@/lib/lab/swap-test/choice';
import { outside, programOf } from '@/lib/lab/swap-test/manifests';
import type { SwapRun } from '@/lib/lab/swap-test/run';
import type { LabView } from '@/lib/lab/view';
import { PodMark } from '../cluster/pod-mark';
import { IdleButton } from '../kit/idle-button';
import controls from '../lab/controls.module.css';
import { Segments } from '../lab/segments';
import styles from './swap-test.module.css';
import type { SwapWords } from './swap-words';

const mostReplicas = 4;

/** What the reader does to the cluster of the bench: each is one command. */
export function SwapHands({
  view,
  run,
  choice,
  words,
  act,
}: {
  readonly view: LabView;
  readonly run: SwapRun | undefined;
  readonly choice: SwapChoice;
  readonly words: SwapWords;
  readonly act: (command: Command) => void;
}) {
  const { name } = programOf(choice.app);
  const isOf = (pod: string) => [name, outside.name].some((one) => pod.startsWith(`${one}-`));
  const pods = view.pods.filter((pod) => isOf(pod.name) && pod.state !== 'terminating');
  const workload = view.workloads.find((one) => one.kind === choice.controller && one.name === name);
  const replicas = workload?.wants ?? 0;
  const scale = (to: number) => act({ verb: 'scale', kind: choice.controller, name, replicas: to });
  const affinity = (sessionAffinity: 'None' | 'ClientIP') =>
    act({ verb: 'patch', kind: 'Service', name, type: 'merge', body: { spec: { sessionAffinity } } });
  return (
    // biome-ignore lint/a11y/useSemanticElements: a toolbar, not a form
    <div className={`${controls.hands} ${styles.hands}`} role="group" aria-label={words.replace}>
      <div className={styles.replace}>
        <span className={controls.legend}>{pods.length > 0 ? words.replace : words.noPods}</span>
        {pods.map((pod) => (
          <button
            key={pod.uid}
            type="button"
            className={controls.button}
            aria-label={`${words.replace} ${pod.name}`}
            onClick={() => act({ verb: 'delete', kind: 'Pod', name: pod.name })}
          >
            <PodMark
              state={pod.state}
              revision={pod.revision}
              size={18}
              {...(pod.ordinal !== undefined && { n: pod.ordinal })}
            />
            <span className={styles.podName}>{pod.name}</span>
          </button>
        ))}
      </div>
      <div className={styles.replicas}>
        <span className={controls.legend}>{words.replicas}</span>
        <IdleButton
          className={controls.icon}
          aria-label={words.fewer}
          isIdle={replicas <= 1}
          onClick={() => scale(replicas - 1)}
        >
          −
        </IdleButton>
        <span className={styles.count}>{replicas}</span>
        <IdleButton
          className={controls.icon}
          aria-label={words.more}
          isIdle={replicas >= mostReplicas || replicas === 0}
          onClick={() => scale(replicas + 1)}
        >
          +
        </IdleButton>
      </div>
      {choice.asks === 'service' && (
        <Segments
          label={words.affinity}
          value={run?.affinity ? 'ClientIP' : 'None'}
          onChoose={affinity}
          choices={[
            { value: 'None', label: words.affinities.none },
            { value: 'ClientIP', label: words.affinities.ClientIP },
          ]}
        />
      )}
    </div>
  );
}
