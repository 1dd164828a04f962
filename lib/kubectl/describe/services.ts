import type { Endpoint, EndpointSlice, Service, ServicePort } from '../../cluster/objects';
import type { Reading } from '../../cluster/store';
import type { Endpoints } from '../endpoints';
import { formatLabels } from '../printers/columns-workloads';
import { describerOf } from './describer';
import type { Page } from './page';
import { labelled, named } from './workloads';

const serviceNameLabel = 'kubernetes.io/service-name';
const unset = '<unset>';

/** Fields that describe reads and the model does not. */
interface Read {
  readonly externalIPs?: readonly string[];
  readonly loadBalancerIP?: string;
  readonly loadBalancerSourceRanges?: readonly string[];
  readonly trafficDistribution?: string;
}

interface Ingress {
  readonly ip?: string;
  readonly ipMode?: string;
  readonly hostname?: string;
}

const slicesOf = (reading: Reading, { metadata }: Service): EndpointSlice[] =>
  reading
    .list<EndpointSlice>('EndpointSlice')
    .filter(
      (slice) =>
        slice.metadata.namespace === metadata.namespace &&
        slice.metadata.labels?.[serviceNameLabel] === metadata.name,
    )
    .sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));

/** So many addresses are shown. */
const shown = 3;

/**
 * The addresses that are ready, of one port. As the real one, it counts as too many from the first address after the last one
 * shown, ready or not. Source: pkg/describe formatEndpointSlices (v1.37).
 */
function endpointsText(slices: readonly EndpointSlice[], portName: string): string {
  if (slices.length === 0) return '<none>';
  const list: string[] = [];
  let isMore = false;
  let count = 0;
  const take = ({ addresses: [ip = ''], conditions }: Endpoint, port?: number) => {
    if (list.length === shown) isMore = true;
    if (conditions?.ready === false) return;
    if (!isMore) list.push(port === undefined ? ip : `${ip.includes(':') ? `[${ip}]` : ip}:${port}`);
    count++;
  };
  for (const { endpoints, ports } of slices) {
    if (!ports?.length) for (const one of endpoints ?? []) take(one);
    for (const { name = '', port } of ports ?? [])
      if (name === portName) for (const one of endpoints ?? []) take(one, port);
  }
  return isMore ? `${list.join(',')} + ${count - shown} more...` : list.join(',');
}

/** Models describeService. */
export const service = describerOf<Service>((page, object, { reading }) => {
  const { spec } = object;
  const { externalIPs, loadBalancerIP, loadBalancerSourceRanges, trafficDistribution } = spec as Read;
  named(page, object);
  labelled(page, object);
  page.field(0, 'Selector', formatLabels(spec.selector));
  page.field(0, 'Type', spec.type ?? '');
  if (spec.ipFamilyPolicy) page.field(0, 'IP Family Policy', spec.ipFamilyPolicy);
  page.field(0, 'IP Families', spec.ipFamilies?.join(',') || '<none>');
  page.field(0, 'IP', spec.clusterIP ?? '');
  page.field(0, 'IPs', spec.clusterIPs?.join(',') || '<none>');
  if (externalIPs?.length) page.field(0, 'External IPs', externalIPs.join(','));
  if (loadBalancerIP) page.field(0, 'Desired LoadBalancer IP', loadBalancerIP);
  if (spec.externalName) page.field(0, 'External Name', spec.externalName);
  const ingress = ingressText(object);
  if (ingress !== undefined) page.field(0, 'LoadBalancer Ingress', ingress);
  const slices = slicesOf(reading, object);
  for (const one of spec.ports ?? []) port(page, one, slices);
  page.field(0, 'Session Affinity', spec.sessionAffinity ?? '');
  if (spec.externalTrafficPolicy) page.field(0, 'External Traffic Policy', spec.externalTrafficPolicy);
  if (spec.internalTrafficPolicy) page.field(0, 'Internal Traffic Policy', spec.internalTrafficPolicy);
  if (spec.healthCheckNodePort) page.field(0, 'HealthCheck NodePort', spec.healthCheckNodePort);
  if (loadBalancerSourceRanges?.length)
    page.field(0, 'LoadBalancer Source Ranges', loadBalancerSourceRanges.join(','));
  if (trafficDistribution) page.field(0, 'Traffic Distribution', trafficDistribution);
});

/** Source: buildIngressString. */
function ingressText({ status }: Service): string | undefined {
  const { loadBalancer } = (status ?? {}) as { loadBalancer?: { ingress?: readonly Ingress[] } };
  if (!loadBalancer?.ingress?.length) return undefined;
  return loadBalancer.ingress
    .map(({ ip, ipMode, hostname = '' }) => (ip ? `${ip}${ipMode ? ` (${ipMode})` : ''}` : hostname))
    .join(', ');
}

function port(page: Page, one: ServicePort, slices: readonly EndpointSlice[]): void {
  const { name, protocol = 'TCP', targetPort = 0, appProtocol, nodePort } = one;
  page.write(0, `Port:\t${name || unset}\t${one.port}/${protocol}\n`);
  page.field(0, 'TargetPort', `${targetPort}/${protocol}`);
  if (appProtocol !== undefined) page.field(0, 'AppProtocol', appProtocol);
  if (nodePort) page.write(0, `NodePort:\t${name || unset}\t${nodePort}/${protocol}\n`);
  page.field(0, 'Endpoints', endpointsText(slices, name ?? ''));
}

/** Models describeEndpoints. */
export const endpoints = describerOf<Endpoints>((page, object) => {
  named(page, object);
  labelled(page, object);
  page.write(0, 'Subsets:\n');
  for (const { addresses = [], notReadyAddresses = [], ports = [] } of object.subsets ?? []) {
    page.field(1, 'Addresses', addresses.map(({ ip }) => ip).join(',') || '<none>');
    page.field(1, 'NotReadyAddresses', notReadyAddresses.map(({ ip }) => ip).join(',') || '<none>');
    if (ports.length > 0) {
      page.write(1, 'Ports:\n');
      page.write(2, 'Name\tPort\tProtocol\n');
      page.write(2, '----\t----\t--------\n');
    }
    for (const { name, port: number, protocol } of ports)
      page.write(2, `${name || unset}\t${number}\t${protocol}\n`);
    page.end();
  }
});

/** Models describeEndpointSliceV1. */
export const endpointSlice = describerOf<EndpointSlice>((page, object) => {
  named(page, object);
  labelled(page, object);
  page.field(0, 'AddressType', object.addressType);
  if (!object.ports?.length) page.write(0, `Ports: ${unset}\n`);
  else {
    page.write(0, 'Ports:\n');
    page.write(1, 'Name\tPort\tProtocol\n');
    page.write(1, '----\t----\t--------\n');
    for (const { name, port: number, protocol } of object.ports)
      page.write(1, `${name || unset}\t${number ?? unset}\t${protocol}\n`);
  }
  if (!object.endpoints?.length) page.write(0, 'Endpoints: <none>\n');
  else page.write(0, 'Endpoints:\n');
  for (const { addresses, conditions, hostname, targetRef, nodeName, zone } of object.endpoints ?? []) {
    page.field(1, '- Addresses', addresses.join(', ') || '<none>');
    page.write(2, 'Conditions:\n');
    page.field(3, 'Ready', conditions?.ready ?? unset);
    page.field(2, 'Hostname', hostname ?? unset);
    if (targetRef) page.field(2, 'TargetRef', `${targetRef.kind}/${targetRef.name}`);
    page.field(2, 'NodeName', nodeName ?? unset);
    page.field(2, 'Zone', zone ?? unset);
  }
});
