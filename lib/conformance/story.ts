import { Cluster } from '../cluster/cluster';
import type { Command } from '../cluster/command';
import { controllerOf } from '../cluster/keys';
import type { KubeObject, Manifest, Pod } from '../cluster/objects';
import { rowOf } from '../cluster/printed/pod';
import {
  daemonSetColumns,
  deploymentColumns,
  jobColumns,
  replicaSetColumns,
  statefulSetColumns,
} from '../cluster/printed/workloads';
import { Names } from './names';

/** What kubectl's columns show after a change; `sure`: it stood for a second in each recorded run. */
export interface View {
  readonly at: number;
  readonly sure?: boolean;
  readonly [kind: string]: unknown;
}

interface StoryStep {
  readonly apply?: Manifest;
  readonly scale?: { readonly kind: string; readonly name: string; readonly n: number };
  readonly patch?: { readonly kind: string; readonly name: string; readonly body: object };
  readonly delete?: { readonly kind: string; readonly name: string };
  readonly wait?: number;
}

/** A recording of controllers and a real kubelet left alone: the form of conformance `stories/`. */
export interface StoryRecording {
  readonly name: string;
  readonly nodes: readonly { readonly name: string }[];
  readonly steps: readonly { readonly at: number; readonly do: StoryStep }[];
  readonly views: readonly View[];
}

const seed = 1;

/** All that is read of a recording: what it says happened is never an input. */
export type StorySteps = Pick<StoryRecording, 'name' | 'nodes' | 'steps'>;

/** The cluster in which a story is played, with nothing in it yet. */
export const newStoryCluster = ({ nodes }: Pick<StoryRecording, 'nodes'>): Cluster =>
  new Cluster({ seed, nodes: nodes.map((node) => ({ ...node, cpu: '2', memory: '24Gi' })) });

/** Plays a story's steps on the model with its own kubelet; the views are what the model showed. */
export function playStoryOn(cluster: Cluster, story: StorySteps): StoryRecording {
  const views: View[] = [{ at: 0, Pods: {} }];
  const names = new Names();
  let read = 0;
  const look = () => {
    for (; read < cluster.journal.length; read++) {
      const entry = cluster.journal[read];
      if (entry?.type === 'write' && entry.after) names.see(entry.after);
    }
    const seen = viewOf(cluster, names);
    const { at: _, ...last } = views.at(-1) ?? { at: 0 };
    if (JSON.stringify(seen) !== JSON.stringify(last)) views.push({ at: cluster.nowMs / 1000, ...seen });
  };
  const runTo = (ms: number) => {
    while (cluster.step(ms)) look();
    cluster.run(ms);
  };
  for (const { at, do: step } of story.steps) {
    runTo(Math.round(at * 1000));
    const command = commandOf(step);
    if (command) cluster.do(command);
    if (step.wait !== undefined) runTo(Math.round((at + step.wait) * 1000));
    look();
  }
  return { ...story, views };
}

function commandOf(step: StoryStep): Command | undefined {
  if (step.apply) return { verb: 'apply', object: step.apply };
  if (step.scale)
    return { verb: 'scale', kind: step.scale.kind, name: step.scale.name, replicas: step.scale.n };
  if (step.patch) return { verb: 'patch', type: 'strategic', ...step.patch };
  if (step.delete) return { verb: 'delete', ...step.delete };
  if (step.wait !== undefined) return undefined;
  throw new Error(`the model has no step ${Object.keys(step).join(', ')}`);
}

/** How a story shows each kind: kubectl's columns. */
const columnsOf: Readonly<Record<string, (object: KubeObject) => string[]>> = {
  Deployment: deploymentColumns,
  ReplicaSet: replicaSetColumns,
  StatefulSet: statefulSetColumns,
  DaemonSet: daemonSetColumns,
  Job: jobColumns,
};

function viewOf({ reading }: Cluster, names: Names): Record<string, unknown> {
  const kinds = Object.entries(columnsOf).flatMap(([kind, columns]) => {
    const objects = reading.list(kind).map((object) => {
      const [short] = names.of(object).split('/').slice(-1);
      return [short, columns(object).join(' ')] as const;
    });
    return objects.length > 0 ? [[kind, Object.fromEntries(objects)] as const] : [];
  });
  const pods: Record<string, string | number> = {};
  for (const pod of reading.list<Pod>('Pod')) {
    const { ready, status } = rowOf(pod);
    const row = `${ready} ${status}`;
    if (controllerOf(pod.metadata)?.kind === 'StatefulSet') pods[pod.metadata.name] = row;
    else pods[row] = Number(pods[row] ?? 0) + 1;
  }
  const sorted = Object.entries(pods).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...Object.fromEntries(kinds), Pods: Object.fromEntries(sorted) };
}

const shown = ({ at: _at, sure: _sure, ...columns }: View): string =>
  JSON.stringify(
    Object.entries(columns)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([kind, rows]) => [kind, Object.entries(rows as object).sort(([a], [b]) => (a < b ? -1 : 1))]),
  );

/**
 * Every view that stood for a second must be there in order and in time (1.5 s and a tenth of its moment); a view that the
 * model shows for 1.5 s must have been recorded.
 */
export function judgeStory(recorded: StoryRecording, played: StoryRecording): string | undefined {
  const views = played.views.map((view, i) => ({
    at: view.at,
    until: played.views[i + 1]?.at ?? Number.POSITIVE_INFINITY,
    shows: shown(view),
  }));
  let from = 0;
  for (const view of recorded.views.filter(({ sure }) => sure)) {
    const found = views.findIndex(({ shows }, i) => i >= from && shows === shown(view));
    const got = views[found];
    if (!got)
      return `after ${view.at} s stood ${shown(view)}; from ${views[from]?.at} s on was played ${views[from]?.shows}`;
    const slack = 1.5 + view.at * 0.1;
    if (got.at > view.at + slack || got.until < view.at - slack)
      return `${shown(view)} stood at ${view.at} s, played at ${got.at} s`;
    from = found + 1;
  }
  const known = new Set(recorded.views.map(shown));
  const strange = views.find(({ at, until, shows }) => until - at >= 1.5 && !known.has(shows));
  return (
    strange && `played ${strange.shows} from ${strange.at} s to ${strange.until} s, which was never recorded`
  );
}
