import { isSame } from '../../api/merge';
import type { Endpoint, EndpointSlice } from '../../objects';
import type { Group } from './endpoints';

/**
 * How the slices of a Service come to list what they should: with as few writes as it takes, and no more than 100 endpoints each.
 * Models staging/src/k8s.io/endpointslice reconciler.go reconcileByPortMapping, finalize (v1.37).
 */
export const mostEndpoints = 100;

type Content = Pick<EndpointSlice, 'endpoints' | 'ports'>;

export interface Plan {
  readonly create: readonly Content[];
  readonly update: readonly EndpointSlice[];
  readonly delete: readonly EndpointSlice[];
}

const idOf = ({ targetRef, addresses }: Endpoint): string => targetRef?.uid ?? addresses.join();

interface Draft {
  readonly slice: EndpointSlice;
  endpoints: readonly Endpoint[];
  isChanged: boolean;
}

/** Takes out of `left` what the slices have already, in its new value; what is not wanted any more goes. */
function keep(slices: readonly EndpointSlice[], left: Map<string, Endpoint>): Draft[] {
  return slices.map((slice) => {
    let isChanged = false;
    const endpoints = slice.endpoints.flatMap((old) => {
      const wanted = left.get(idOf(old));
      left.delete(idOf(old));
      if (wanted && isSame(wanted, old)) return [old];
      isChanged = true;
      return wanted ? [wanted] : [];
    });
    return { slice, endpoints, isChanged };
  });
}

/** Room in a slice that is written anyway, the fullest first; else in one that can take all that is left. */
function roomIn(drafts: readonly Draft[], n: number): Draft | undefined {
  const free = (draft: Draft) => mostEndpoints - draft.endpoints.length;
  const byRoom = drafts.filter((draft) => free(draft) > 0).sort((a, b) => free(a) - free(b));
  return (
    byRoom.find(({ isChanged, endpoints }) => isChanged && endpoints.length > 0) ??
    byRoom.find((draft) => free(draft) >= n)
  );
}

function planGroup({ ports, endpoints }: Group, slices: readonly EndpointSlice[]): Plan {
  const wanted = new Map(endpoints.map((endpoint) => [idOf(endpoint), endpoint]));
  const drafts = keep(slices, wanted);
  let left = [...wanted.values()];
  for (
    let draft = roomIn(drafts, left.length);
    left.length > 0 && draft;
    draft = roomIn(drafts, left.length)
  ) {
    const room = mostEndpoints - draft.endpoints.length;
    draft.endpoints = [...draft.endpoints, ...left.slice(0, room)];
    draft.isChanged = true;
    left = left.slice(room);
  }
  const create: Content[] = [];
  for (let i = 0; i < left.length; i += mostEndpoints)
    create.push({ ports, endpoints: left.slice(i, i + mostEndpoints) });
  const isEmpty = ({ endpoints: of }: Draft) => of.length === 0;
  return {
    create,
    update: drafts
      .filter((draft) => draft.isChanged && !isEmpty(draft))
      .map(({ slice, endpoints: of }) => ({ ...slice, endpoints: of })),
    delete: drafts.filter(isEmpty).map(({ slice }) => slice),
  };
}

const emptySlice: Content = { endpoints: [], ports: [] };

/** An empty slice stands for a Service without endpoints. A slice that would go is written anew when another would be made. */
export function planOf(groups: readonly Group[], slices: readonly EndpointSlice[]): Plan {
  const taken = new Set<EndpointSlice>();
  const plans = groups.map((group) => {
    const own = slices.filter((slice) => isSame(slice.ports, group.ports));
    for (const slice of own) taken.add(slice);
    return planGroup(group, own);
  });
  const create = plans.flatMap((plan) => plan.create);
  const update = plans.flatMap((plan) => plan.update);
  let gone = [...plans.flatMap((plan) => plan.delete), ...slices.filter((slice) => !taken.has(slice))];
  if (slices.length === gone.length && create.length === 0) {
    const [first, ...others] = gone;
    if (first && isSame({ endpoints: first.endpoints, ports: first.ports }, emptySlice))
      return { create: [], update: [], delete: others };
    create.push(emptySlice);
  }
  const again = create.splice(0, Math.min(create.length, gone.length));
  const rewritten = again.map((content, i) => ({ ...(gone[i] as EndpointSlice), ...content }));
  gone = gone.slice(again.length);
  return { create, update: [...update, ...rewritten], delete: gone };
}
