import type { ContainerPort } from '../objects';
import type { Placed } from './pod';

/** What is said of two ports with one number and protocol. Undefined when they are told apart by their hostPorts. */
function overlap(port: ContainerPort, other: ContainerPort): string | undefined {
  const { hostPort = 0, hostIP = '' } = port;
  const { hostPort: otherPort = 0, hostIP: otherIP = '' } = other;
  if (hostIP === otherIP && hostPort === otherPort) return 'duplicate';
  if (hostPort === 0 || otherPort === 0) return 'overlapping';
  return hostPort === otherPort && (hostIP === '') !== (otherIP === '') ? 'dangerously ambiguous' : undefined;
}

/** A port as Go prints its struct. */
const asGo = ({ name = '', hostPort = 0, containerPort, protocol = 'TCP', hostIP = '' }: ContainerPort) =>
  `{Name:${name} HostPort:${hostPort} ContainerPort:${containerPort} Protocol:${protocol} HostIP:${hostIP}}`;

/**
 * Ports that are defined twice in a Pod. A port's definition opens nothing, so this is no error.
 * Models pkg/api/pod/warnings.go warningsForPodSpecAndMeta (v1.37), its part on ports.
 */
export function portWarnings(containers: readonly Placed[]): string[] {
  const ports = containers.flatMap(({ at, container }) =>
    (container.ports ?? []).map((port, i) => ({ field: `${at}.ports[${i}]`, port })),
  );
  const known = new Map<string, { readonly field: string; readonly port: ContainerPort }[]>();
  const warnings: string[] = [];
  for (const { field, port } of ports) {
    if (port.hostIP && !port.hostPort) warnings.push(`${field}: hostIP set without hostPort: ${asGo(port)}`);
    const key = `${port.containerPort}/${port.protocol ?? 'TCP'}`;
    const others = known.get(key) ?? [];
    for (const other of others) {
      const what = overlap(port, other.port);
      if (what) warnings.push(`${field}: ${what} port definition with ${other.field}`);
    }
    known.set(key, [...others, { field, port }]);
  }
  const named = new Map<string, string>();
  for (const { field, port } of ports) {
    if (!port.name) continue;
    const first = named.get(port.name);
    if (first === undefined) named.set(port.name, field);
    else
      warnings.push(
        `${field}: duplicate port name ${JSON.stringify(port.name)} with ${first}, services and probes that select ports by name will use ${first}`,
      );
  }
  return warnings;
}
