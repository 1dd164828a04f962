import type { Service } from '../cluster/objects';
import { answerOfService, type Listing, type ServiceAnswer, serviceOf } from '../cluster/service-answer';

/**
 * A request that goes from Service to Service, each `name:port` in the namespace `default`: whoever gets it asks the next. It
 * begins in a Pod that stands anywhere, or with `from: 'outside'` at a client who only reaches what is open at the nodes.
 */
export interface Way {
  readonly from: 'inside' | 'outside';
  readonly through: readonly string[];
}

/** How a request ended, and at which Service: the last one, if it was answered. */
export interface WayEnd {
  readonly how: ServiceAnswer | 'noDoor';
  readonly at: string;
}

/** Whether a client outside comes to this port: by a port of the nodes, or by a load balancer's address. */
function hasDoor({ spec, status }: Service & { readonly status?: unknown }, port: number): boolean {
  const { ingress = [] } =
    (status as { loadBalancer?: { ingress?: readonly unknown[] } } | undefined)?.loadBalancer ?? {};
  return (spec.ports ?? []).some(
    (one) => one.port === port && ((one.nodePort ?? 0) > 0 || ingress.length > 0),
  );
}

/** How a request goes, as the objects stand, whichever Pod of each Service it is given. */
export function endOfWay(listing: Listing, { from, through }: Way): WayEnd {
  for (const [place, asked] of through.entries()) {
    const [at = '', number] = asked.split(':');
    const port = Number(number);
    const service = serviceOf(listing, 'default', at);
    if (from === 'outside' && place === 0 && service && !hasDoor(service, port)) return { how: 'noDoor', at };
    const how = answerOfService(listing, 'default', at, port);
    if (how !== 'answered') return { how, at };
  }
  return { how: 'answered', at: through.at(-1)?.split(':')[0] ?? '' };
}
