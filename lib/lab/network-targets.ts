import { clusterDomain } from '../network/dns';
import type { ServicePort, World, WorldPod } from '../network/world';
import type { Send } from './packet-path';

/** Whom a packet can be sent to in a network, and the line that does it. */
export interface NetworkTarget {
  /** The same in every world in which it is there. */
  readonly id: string;
  readonly group: 'services' | 'pods' | 'nodes' | 'outside';
  /** `web:80`, `web-0`, `node-1:30080`. */
  readonly label: string;
  readonly address: string;
  readonly port?: number;
  /** Who asks from a Pod may say the name: as it is in its own namespace, elsewhere with the namespace behind it. */
  readonly name?: { readonly label: string; readonly namespace: string };
}

/** A connection by HTTP; one echo request, of the usual 56 bytes or long enough to meet a smaller MTU. */
export type SentAs = 'get' | 'ping' | 'longPing';

/** Bytes of data of a long ping: 1,428 with its headers, 1,478 in a tunnel. */
export const longPingBytes = 1400;

const portOf = (listens: WorldPod['listens'] | undefined): number =>
  listens === undefined || listens === 'any' ? 80 : (listens[0] ?? 80);

function targetsOfPort({ nodes }: World, port: ServicePort): NetworkTarget[] {
  const { namespace, service, clusterIP, nodePort } = port;
  const id = `${namespace}/${service}:${port.port}`;
  const outer = [...port.externalIPs, ...port.loadBalancerIPs].map(
    (address): NetworkTarget => ({
      id: `${id}@${address}`,
      group: 'services',
      label: `${service}, ${address}:${port.port}`,
      address,
      port: port.port,
    }),
  );
  const byNode = (nodePort === 0 ? [] : nodes).map(
    ({ name, address }): NetworkTarget => ({
      id: `${name}:${nodePort}`,
      group: 'nodes',
      label: `${name}:${nodePort}, ${service}`,
      address,
      port: nodePort,
    }),
  );
  const byName: NetworkTarget = {
    id,
    group: 'services',
    label: `${service}:${port.port}`,
    address: clusterIP,
    port: port.port,
    name: { label: service, namespace },
  };
  return [byName, ...outer, ...byNode];
}

/** Names without an address of their own: those of headless Services, and of the Pods behind them. */
function headless({ names = {}, servicePorts, pods }: World): NetworkTarget[] {
  const isBehindProxy = new Set(servicePorts.map(({ clusterIP }) => clusterIP));
  return Object.entries(names).flatMap(([full, answer]): NetworkTarget[] => {
    const [, label = '', namespace = ''] =
      new RegExp(`^(.+)\\.([^.]+)\\.svc\\.${clusterDomain.replaceAll('.', '\\.')}$`).exec(full) ?? [];
    const [address = ''] = answer.kind === 'A' ? answer.addresses : [];
    if (label === '' || address === '' || isBehindProxy.has(address)) return [];
    const port = portOf(pods.find(({ ip }) => ip === address)?.listens);
    return [{ id: full, group: 'services', label, address, port, name: { label, namespace } }];
  });
}

/** Services by their names, Pods, nodes with their NodePorts, the host outside. */
export function targetsOf(world: World): readonly NetworkTarget[] {
  const { servicePorts, pods, nodes, outside } = world;
  const ofPorts = servicePorts
    .filter(({ protocol }) => protocol === 'tcp')
    .flatMap((port) => targetsOfPort(world, port));
  return [
    ...ofPorts.filter(({ group }) => group === 'services'),
    ...headless(world),
    ...pods.map(
      ({ name, ip, listens }): NetworkTarget => ({
        id: `pod/${name}`,
        group: 'pods',
        label: name,
        address: ip,
        port: portOf(listens),
      }),
    ),
    ...nodes.map(
      ({ name, address }): NetworkTarget => ({ id: `node/${name}`, group: 'nodes', label: name, address }),
    ),
    ...ofPorts.filter(({ group }) => group === 'nodes'),
    { id: 'outside', group: 'outside', label: outside, address: outside },
  ];
}

/** The target as the sender says it: only Pods ask the cluster's DNS. */
function hostFor({ pods }: World, from: string, { name, address }: NetworkTarget): string {
  const sender = pods.find((pod) => pod.name === from);
  if (name === undefined || sender === undefined) return address;
  const { namespace = 'default' } = sender;
  return namespace === name.namespace ? name.label : `${name.label}.${name.namespace}`;
}

/** The line that sends to a target from a Pod, a node or the host outside. */
export function lineTo(world: World, from: string, target: NetworkTarget, as: SentAs): string {
  const host = hostFor(world, from, target);
  const { port = 80 } = target;
  if (as === 'ping') return `ping -c1 -W1 ${host}`;
  if (as === 'longPing') return `ping -c1 -W1 -s ${longPingBytes} ${host}`;
  return `app get http://${host}${port === 80 ? '' : `:${port}`}/`;
}

/**
 * What is sent before anybody chose: from a Pod that is no endpoint of it to the first Service that has a ready one, over to
 * another node where that can be; without such a Service from Pod to Pod or node to node. Undefined without a node.
 */
export function firstSend(world: World): Send | undefined {
  const { servicePorts, pods, nodes } = world;
  const targets = targetsOf(world);
  const [first] = nodes;
  if (!first) return undefined;
  const served = servicePorts.find(
    ({ protocol, endpoints }) => protocol === 'tcp' && endpoints.some(({ ready }) => ready),
  );
  const to =
    served && targets.find(({ id }) => id === `${served.namespace}/${served.service}:${served.port}`);
  const behind = new Set(served?.endpoints.map(({ ip }) => ip));
  const asker = served && (pods.find(({ ip }) => !behind.has(ip)) ?? pods[0]);
  if (to && asker) return { from: asker.name, line: lineTo(world, asker.name, to, 'get') };
  const [pod] = pods;
  const other = pod && (pods.find(({ node }) => node !== pod.node) ?? pods[1]);
  const another = nodes[1]?.address ?? world.outside;
  return pod && other
    ? { from: pod.name, line: `ping -c1 -W1 ${other.ip}` }
    : { from: first.name, line: `ping -c1 -W1 ${another}` };
}
