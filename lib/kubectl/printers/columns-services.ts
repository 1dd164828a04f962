import type { EndpointSlice, Service } from '../../cluster/objects';
import type { Endpoints } from '../endpoints';
import { ageColumn, type ColumnOf, columnsFor, nameColumn } from './column';
import { formatLabels } from './columns-workloads';

interface LoadBalanced {
  readonly loadBalancer?: {
    readonly ingress?: readonly { readonly ip?: string; readonly hostname?: string }[];
  };
}

/** Source: getServiceExternalIP. */
function externalIP({ spec, status }: Service): string {
  const externalIPs = (spec.externalIPs ?? []) as readonly string[];
  switch (spec.type) {
    case 'ExternalName':
      return String(spec.externalName ?? '');
    case 'LoadBalancer': {
      const ingress = ((status ?? {}) as LoadBalanced).loadBalancer?.ingress ?? [];
      const all = [...ingress.map(({ ip, hostname }) => ip ?? hostname ?? ''), ...externalIPs].filter(
        Boolean,
      );
      return all.join(',') || '<pending>';
    }
    default:
      return externalIPs.join(',') || '<none>';
  }
}

/** `80/TCP,443:30443/TCP`. Source: makePortString. */
const portsOf = ({ spec }: Service): string =>
  (spec.ports ?? [])
    .map(({ port, nodePort, protocol }) => `${port}${nodePort ? `:${nodePort}` : ''}/${protocol ?? 'TCP'}`)
    .join(',') || '<none>';

/** So many are shown; then `+ N more...`. */
const shown = 3;
const listed = (all: readonly string[], none = '<none>'): string =>
  all.length === 0
    ? none
    : all.length > shown
      ? `${all.slice(0, shown).join(',')} + ${all.length - shown} more...`
      : all.join(',');

/** Source: formatEndpoints. */
export const endpointsText = ({ subsets }: Endpoints): string =>
  listed(
    (subsets ?? []).flatMap(({ ports = [], addresses = [] }) =>
      ports.length === 0
        ? addresses.map(({ ip }) => ip)
        : ports.flatMap(({ port }) => addresses.map(({ ip }) => `${ip}:${port}`)),
    ),
  );

export const services: Readonly<Record<string, readonly ColumnOf[]>> = {
  Service: [
    nameColumn,
    ...columnsFor<Service>([
      { name: 'Type', of: ({ spec }) => spec.type ?? '' },
      { name: 'Cluster-IP', of: ({ spec }) => spec.clusterIP || '<none>' },
      { name: 'External-IP', of: externalIP },
      { name: 'Port(s)', of: portsOf },
    ]),
    ageColumn,
    ...columnsFor<Service>([
      { name: 'Selector', isWide: true, of: ({ spec }) => formatLabels(spec.selector) },
    ]),
  ],
  Endpoints: [nameColumn, ...columnsFor<Endpoints>([{ name: 'Endpoints', of: endpointsText }]), ageColumn],
  EndpointSlice: [
    nameColumn,
    ...columnsFor<EndpointSlice>([
      { name: 'AddressType', of: ({ addressType }) => addressType },
      {
        name: 'Ports',
        of: ({ ports }) =>
          listed(
            (ports ?? []).map(({ port }) => String(port)),
            '<unset>',
          ),
      },
      {
        name: 'Endpoints',
        of: ({ endpoints }) =>
          listed(
            (endpoints ?? []).flatMap(({ addresses }) => addresses),
            '<unset>',
          ),
      },
    ]),
    ageColumn,
  ],
};
