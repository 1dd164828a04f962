import type { Result, Status } from '../command';
import { systemClasses } from '../kinds/priorityclass';
import type { KubeObject, Pod, PodSpec, PriorityClass } from '../objects';
import type { Reading } from '../store';
import { accept, refuse } from './refusal';

/**
 * Gives a new Pod the number of its PriorityClass: the one that it names, else the default one, else 0.
 * Models plugin/pkg/admission/priority/admission.go admitPod (v1.37).
 */
const unless = 'PreemptLowerPriority';

const forbiddenPod = (name: string, reason: string): Status => ({
  code: 403,
  reason: 'Forbidden',
  message: `pods ${JSON.stringify(name)} is forbidden: ${reason}`,
});

/** Of several default classes the one with the lowest value. */
function defaultClass(reading: Reading): Class | undefined {
  const defaults = reading.list<PriorityClass>('PriorityClass').filter(({ globalDefault }) => globalDefault);
  const [lowest] = defaults.sort((a, b) => a.value - b.value);
  return lowest && { ...lowest, name: lowest.metadata.name };
}

type Class = Pick<PriorityClass, 'value' | 'preemptionPolicy'> & { readonly name: string };

/** The class of this name. The system's own are always there. */
function classOf(reading: Reading, name: string): Class | undefined {
  const found = reading.find<PriorityClass>('PriorityClass', '', name);
  if (found) return { ...found, name };
  const value = systemClasses[name];
  return value === undefined ? undefined : { name, value };
}

/** The Pod with its priority. Refusal: its class is not there, or it says a number of its own. */
export function withPriority<Kind extends KubeObject>(
  object: Kind,
  reading: Reading,
  name = object.metadata.name,
): Result<Kind> {
  if (object.kind !== 'Pod') return accept(object);
  const { spec } = object as unknown as Pod;
  const { priorityClassName, priority, preemptionPolicy } = spec as {
    [field: string]: string | number | undefined;
  };
  const named = priorityClassName ? classOf(reading, String(priorityClassName)) : defaultClass(reading);
  const no = (reason: string) => refuse<Kind>(forbiddenPod(name, reason));
  if (priorityClassName && !named) return no(`no PriorityClass with name ${priorityClassName} was found`);
  const [value, policy] = [named?.value ?? 0, named?.preemptionPolicy ?? unless];
  const computed = 'must not be provided in pod spec; priority admission controller computed';
  const source = 'from the given PriorityClass name';
  if (priority !== undefined && priority !== value)
    return no(`the integer value of priority (${priority}) ${computed} ${value} ${source}`);
  if (preemptionPolicy !== undefined && preemptionPolicy !== policy)
    return no(`the string value of PreemptionPolicy (${preemptionPolicy}) ${computed} ${policy} ${source}`);
  return accept({ ...object, spec: withClass(spec, value, policy, named?.name) });
}

/** The last spec that came of one: Pods of one template share theirs as long as their class says the same. */
const prioritized = new WeakMap<PodSpec, PodSpec>();

function withClass(spec: PodSpec, priority: number, preemptionPolicy: string, className?: string): PodSpec {
  const known = prioritized.get(spec);
  const isSame =
    known?.priority === priority &&
    known.preemptionPolicy === preemptionPolicy &&
    known.priorityClassName === (className ?? spec.priorityClassName);
  if (known && isSame) return known;
  const given = {
    priority,
    preemptionPolicy,
    ...(className !== undefined && { priorityClassName: className }),
  };
  const result: PodSpec = { ...spec, ...given };
  prioritized.set(spec, result);
  return result;
}
