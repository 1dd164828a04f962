import type { Chance } from '../chance';
import type { Result } from '../command';
import { isHeadless, needsClusterIP, needsNodePort } from '../kinds/service';
import type { KubeObject, Service, ServicePort, ServiceSpec } from '../objects';
import type { Reading } from '../store';
import { accept, type FieldError, invalid, invalidValue, refuse } from './refusal';

/**
 * Gives a Service its cluster IP, from 10.96.0.0/16, and its ports of the nodes, from 30000 to 32767; asked-for ones if they
 * are free. Models pkg/registry/core/service/storage/alloc.go, ipallocator, portallocator (v1.37): ports are drawn from
 * the upper part of the range, so that the lower one is left for who asks. Addresses come one after the other here.
 */
interface Around {
  readonly store: Reading;
  readonly chance: Chance;
  next(counter: 'clusterIP'): number;
}

const nodePorts = { from: 30_000, drawnFrom: 30_086, to: 32_767 } as const;
const addressOf = (n: number): string => `10.96.${(n >> 8) & 255}.${n & 255}`;
const isOurs = (address: string): boolean => /^10\.96\.\d+\.\d+$/.test(address);

/** What the other Services have. */
function taken({ store }: Around, service: Service) {
  const others = store
    .list<Service>('Service')
    .filter(({ metadata }) => metadata.uid !== service.metadata.uid);
  const ports = others.flatMap(({ spec }) => [
    ...(spec.ports ?? []).flatMap(({ nodePort }) => nodePort ?? []),
    spec.healthCheckNodePort ?? 0,
  ]);
  return { addresses: new Set(others.flatMap(({ spec }) => spec.clusterIP ?? [])), ports: new Set(ports) };
}

type Taken = ReturnType<typeof taken>;

function addressFor(spec: ServiceSpec, around: Around, { addresses }: Taken): string | FieldError {
  const failed = (why: string) =>
    invalidValue(
      'spec.clusterIPs',
      spec.clusterIPs ?? [spec.clusterIP],
      `failed to allocate IP ${spec.clusterIP}: ${why}`,
    );
  if (spec.clusterIP) {
    if (!isOurs(spec.clusterIP)) return failed('the provided network does not match the current range');
    return addresses.has(spec.clusterIP) ? failed('provided IP is already allocated') : spec.clusterIP;
  }
  let address = addressOf(around.next('clusterIP'));
  while (addresses.has(address)) address = addressOf(around.next('clusterIP'));
  return address;
}

function draw(chance: Chance, ports: Set<number>): number {
  let port = chance.between(nodePorts.drawnFrom, nodePorts.to);
  while (ports.has(port)) port = port === nodePorts.to ? nodePorts.from : port + 1;
  ports.add(port);
  return port;
}

function portsFor(spec: ServiceSpec, before: ServiceSpec | undefined, { chance }: Around, { ports }: Taken) {
  const errors: FieldError[] = [];
  const kept = new Set((before?.ports ?? []).map(({ nodePort }) => nodePort));
  for (const [i, { nodePort }] of (spec.ports ?? []).entries()) {
    if (!nodePort || kept.has(nodePort)) continue;
    const say = (why: string) => errors.push(invalidValue(`spec.ports[${i}].nodePort`, nodePort, why));
    if (nodePort < nodePorts.from || nodePort > nodePorts.to)
      say(
        `provided port is not in the valid range. The range of valid ports is ${nodePorts.from}-${nodePorts.to}`,
      );
    else if (ports.has(nodePort)) say('provided port is already allocated');
    ports.add(nodePort);
  }
  const given = (spec.ports ?? []).map(
    (port): ServicePort =>
      port.nodePort || errors.length ? port : { ...port, nodePort: draw(chance, ports) },
  );
  return { errors, ports: given };
}

const needsHealthCheck = ({ type, externalTrafficPolicy }: ServiceSpec): boolean =>
  type === 'LoadBalancer' && externalTrafficPolicy === 'Local';

/** The object with what it needs of the cluster. Refusal: an address or a port that it may not have. */
export function allocated<Kind extends KubeObject>(
  object: Kind,
  before: Kind | undefined,
  around: Around,
): Result<Kind> {
  if (object.kind !== 'Service') return accept(object);
  const service = object as unknown as Service;
  const old = before?.spec as ServiceSpec | undefined;
  let { spec } = service;
  const others = taken(around, service);
  const errors: FieldError[] = [];
  const isNew = spec.clusterIP === undefined || spec.clusterIP !== old?.clusterIP;
  if (needsClusterIP(spec) && isNew) {
    const address = addressFor(spec, around, others);
    if (typeof address === 'string') spec = { ...spec, clusterIP: address, clusterIPs: [address] };
    else errors.push(address);
  }
  if (isHeadless(spec)) spec = { ...spec, clusterIPs: ['None'] };
  if (needsNodePort(spec)) {
    const given = portsFor(spec, old, around, others);
    errors.push(...given.errors);
    spec = { ...spec, ports: given.ports };
  }
  if (needsHealthCheck(spec) && !spec.healthCheckNodePort)
    spec = { ...spec, healthCheckNodePort: draw(around.chance, others.ports) };
  if (errors.length) return refuse(invalid('Service', '', service.metadata.name, errors));
  return accept({ ...object, spec });
}
