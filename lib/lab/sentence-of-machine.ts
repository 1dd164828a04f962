import type { Cluster } from '../cluster/cluster';
import { kindOf, nameOf } from '../cluster/keys';
import type { Deployment, Job, KubeObject, Pod } from '../cluster/objects';
import type { JournalIndex } from './journal-index';
import { machineNameOf } from './machines';
import { podStateOf, statusColumn } from './pod-state';
import { slowedBy } from './slowed';
import type { Sentence, ServiceView, WorkloadView } from './view';

/** What a sentence is made from, beside the cluster itself. */
export interface Told {
  readonly index: JournalIndex;
  readonly workloads: readonly WorkloadView[];
  readonly services: readonly ServiceView[];
}

/** The one line of any subject that is no StatefulSet: what its machine is at, or what tells more. */
export function sentenceOfMachine(cluster: Cluster, key: string, told: Told): Sentence {
  const object = cluster.reading.get<KubeObject>(key);
  if (!object) return withoutObject(cluster, key, told.index);
  if (object.kind === 'Pod') return podIs(cluster, object as Pod);
  if (object.kind === 'Service') return serviceHas(key, told.services);
  const view = told.workloads.find((one) => one.key === key);
  const ended = object.kind === 'Job' ? jobHas(object as Job) : undefined;
  if (ended) return ended;
  const said = machineSays(cluster, key, view);
  if (object.kind === 'Deployment') return deploymentSays(object as Deployment, said, told.workloads, key);
  return said;
}

/** What the machine of an object is at. */
export function machineSays(cluster: Cluster, key: string, view: WorkloadView | undefined): Sentence {
  const machine = machineNameOf(kindOf(key));
  const state = machine && cluster.stateOf(machine, key);
  const subject = nameOf(key);
  const counts = { ...(view && { count: view.ready }), ...(view?.wants !== undefined && { of: view.wants }) };
  if (!machine || !state) return { key: 'creating', subject, ...counts };
  return {
    key: 'machine',
    machine,
    state: state.state,
    subject,
    ...counts,
    ...(state.about !== undefined && { about: state.about }),
  };
}

/** While a rollout goes on: how many Pods of the newest template are Ready. */
export function deploymentSays(
  { spec }: Deployment,
  said: Sentence,
  workloads: readonly WorkloadView[],
  key: string,
): Sentence {
  if (said.state === 'progressDeadlineExceeded') return { ...said, key: 'deadlineExceeded' };
  const sets = workloads.filter(({ owner }) => owner === key);
  const [newest] = [...sets].sort((a, b) => (b.revision ?? 0) - (a.revision ?? 0));
  if (said.key !== 'machine' || !newest || spec.paused) return said;
  const image = spec.template.spec.containers[0]?.image;
  // A rollout that is undone goes on with the set of an earlier image.
  const updated = newest.image === image ? newest : (sets.find((set) => set.image === image) ?? newest);
  if (!sets.some((set) => set !== updated && set.has > 0)) return said;
  return { ...said, key: 'progressing', count: updated.ready, of: spec.replicas };
}

/** How a Job has ended; undefined while it has not. */
export function jobHas({ metadata, spec, status }: Job): Sentence | undefined {
  const subject = metadata.name;
  const end = (type: string) => status?.conditions?.find((c) => c.type === type && c.status === 'True');
  const count = status?.succeeded ?? 0;
  const of = spec.completions ?? count;
  if (end('Complete')) return { key: 'jobComplete', subject, count, of };
  const failed = end('Failed');
  if (failed) return { key: 'jobFailed', subject, count, of, state: failed.reason ?? '' };
  return undefined;
}

export function podIs(cluster: Cluster, pod: Pod): Sentence {
  const state = podStateOf(pod);
  const whom = { subject: pod.metadata.name, subjectState: state };
  const slow = slowedBy(cluster, pod);
  return slow
    ? { key: 'startsSlowly', ...whom, count: slow.by.ms / 1000 }
    : { key: 'podIs', ...whom, state: statusColumn(pod) };
}

function serviceHas(key: string, services: readonly ServiceView[]): Sentence {
  const endpoints = services.find((one) => one.key === key)?.endpoints ?? [];
  const count = endpoints.filter(({ leftOut }) => leftOut === undefined).length;
  return { key: 'serviceHas', subject: nameOf(key), count, of: endpoints.length };
}

function withoutObject(cluster: Cluster, key: string, index: JournalIndex): Sentence {
  const subject = nameOf(key);
  const madeAt = index.madeAt.get(key);
  if (madeAt === undefined || madeAt >= cluster.journal.length) return { key: 'empty', subject };
  const left = cluster.reading
    .list<Pod>('Pod')
    .filter(({ metadata }) => index.isUnder(`Pod/${metadata.namespace ?? ''}/${metadata.name}`, key));
  return { key: 'objectDeleted', subject, count: left.length };
}
