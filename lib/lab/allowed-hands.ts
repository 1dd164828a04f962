import type { HandFor, HandId } from './hands';
import type { Hand, Scenario } from './scenario';

/** Hands that do what `kubectl` could be asked to do, too. */
const ofKubectl: ReadonlySet<HandId> = new Set<HandId>([
  'delete',
  'deleteNow',
  'cordon',
  'uncordon',
  'taint',
  'untaint',
  'drain',
  'setImage',
  'scaleUp',
  'scaleDown',
  'scaleToZero',
]);

/** The hand of a scenario that lets one do it, beside `kubectl` and `any`. */
const own: Readonly<Partial<Record<HandId, Hand>>> = {
  delete: 'delete',
  deleteNow: 'delete',
  crash: 'crash',
  failReadiness: 'failReadiness',
  mendReadiness: 'failReadiness',
  failLiveness: 'failLiveness',
  mendLiveness: 'failLiveness',
  slowStart: 'slowStart',
  mendStart: 'slowStart',
  cordon: 'cordon',
  uncordon: 'cordon',
  taint: 'taint',
  untaint: 'taint',
  drain: 'drain',
  silence: 'silence',
  restore: 'silence',
};

/**
 * Of what can be done to an object, what the scenario lets a reader do: nothing that its grade would refuse. What acts on the
 * scenario's subject has controls of its own.
 */
export function allowedHands(
  all: readonly HandFor[],
  { hands }: Pick<Scenario, 'hands'>,
): readonly HandFor[] {
  if (hands.includes('any')) return all;
  const isAllowed = ({ id }: HandFor): boolean => {
    const one = own[id];
    return (hands.includes('kubectl') && ofKubectl.has(id)) || (one !== undefined && hands.includes(one));
  };
  return all.filter(isAllowed);
}
