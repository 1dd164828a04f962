import type { LabView } from '@/lib/lab/view';

/** What the controls show of a figure's subject as it stands: of a StatefulSet everything, of another workload its size and its image. */
export type Controlled = Partial<NonNullable<LabView['set']>>;

/** Undefined when the subject is not there, or is nothing that is scaled. */
export function controlledIn({
  set,
  subject,
  workloads,
}: Pick<LabView, 'set' | 'subject' | 'workloads'>): Controlled | undefined {
  if (set) return set;
  const found = workloads.find(({ kind, name }) => `${kind}/${name}` === subject);
  if (found?.wants === undefined || found.isGoing) return undefined;
  const { wants: replicas, image } = found;
  return { replicas, ...(image !== undefined && { image }) };
}
