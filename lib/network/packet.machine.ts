import { assign, initialTransition, setup } from 'xstate';
import type { Network } from './network';
import type { Packet } from './packet';
import { bridge, callsIptables, transmit, veth, vxlanDecap, vxlanEncap, wire } from './places/link';
import {
  forward,
  input,
  isForTunnel,
  loopback,
  natOutput,
  natPostrouting,
  natPrerouting,
  routing,
  sendOut,
} from './places/stack';
import { deviceNamed, entered, here, type Walk } from './walk';

/** Questions about where the packet is: each reads the tables and devices of the host, none changes anything. */
const guards = {
  isOnNode: (walk: Walk) => here(walk).kind === 'node',
  isInPod: (walk: Walk) => here(walk).kind === 'pod',
  isOnRouter: (walk: Walk) => here(walk).kind === 'router',
  isRefused: (walk: Walk) => walk.loss !== undefined && walk.answer !== undefined,
  isLost: (walk: Walk) => walk.loss !== undefined,
  isForItself: (walk: Walk) => walk.outDevice === 'lo',
  isForThisHost: (walk: Walk) => walk.outDevice === undefined,
  isForTheTunnel: isForTunnel,
  leavesThroughTunnel: (walk: Walk) => deviceNamed(walk, walk.outDevice)?.kind === 'vxlan',
  leavesThroughBridge: (walk: Walk) => deviceNamed(walk, walk.outDevice)?.kind === 'bridge',
  leavesThroughCable: (walk: Walk) => deviceNamed(walk, walk.outDevice)?.peer !== undefined,
  crossesBridge: (walk: Walk) => walk.bridging === 'across',
  crossesBridgeUnasked: (walk: Walk) => walk.bridging === 'across' && !callsIptables(walk),
  goesUpUnasked: (walk: Walk) => walk.bridging === 'up' && !callsIptables(walk),
};
type Guard = keyof typeof guards;

/** What happens in each place. */
const places = {
  podNetns: sendOut,
  nodeNetns: sendOut,
  outside: sendOut,
  routerNetns: sendOut,
  natOutput,
  natPrerouting,
  routing,
  router: routing,
  forward,
  natPostrouting,
  input,
  loopback,
  eth: transmit,
  bridge,
  bridgePort: (walk: Walk) => walk,
  veth,
  vxlanEncap,
  vxlanDecap,
  wire,
} as const;
export type Place = keyof typeof places;

const go = (guard: Guard, target: string) => ({ guard, target });
const ends = [go('isRefused', 'rejected'), go('isLost', 'dropped')];
/** A place: what happens there on entry, then the ways on, the first that holds. */
const place = (name: Place, ...always: ({ guard: Guard; target: string } | { target: string })[]) => ({
  entry: { type: 'pass' as const, params: { place: name } },
  always: [...ends, ...always],
});

/**
 * The way of one packet, a state per place. Entering a place is what the kernel does there; the guards say where it goes
 * next. It ends `delivered` to a socket, `dropped`, or `rejected` with an ICMP error for its sender. Answers are packets of
 * their own, with a machine of their own. Left out: fragments, queues, time in flight, ARP itself, IPv6.
 */
export const packetMachine = setup({
  types: { context: {} as Walk, input: {} as Walk },
  guards: Object.fromEntries(
    Object.entries(guards).map(([name, holds]) => [name, ({ context }: { context: Walk }) => holds(context)]),
  ) as Record<Guard, ({ context }: { context: Walk }) => boolean>,
  actions: {
    pass: assign(({ context }, params: { readonly place: Place }) =>
      places[params.place](entered(context, params.place)),
    ),
  },
}).createMachine({
  id: 'packet',
  context: ({ input: walk }) => walk,
  initial: 'socket',
  states: {
    socket: {
      always: [
        go('isOnNode', 'nodeNetns'),
        go('isInPod', 'podNetns'),
        go('isOnRouter', 'routerNetns'),
        { target: 'outside' },
      ],
    },
    podNetns: place('podNetns', go('isForItself', 'loopback'), { target: 'eth' }),
    outside: place('outside', go('isForItself', 'loopback'), { target: 'eth' }),
    routerNetns: place('routerNetns', go('isForItself', 'loopback'), { target: 'eth' }),
    nodeNetns: place('nodeNetns', { target: 'natOutput' }),
    natOutput: place('natOutput', { target: 'natPostrouting' }),
    natPostrouting: place('natPostrouting', go('isForItself', 'loopback'), go('crossesBridge', 'veth'), {
      target: 'eth',
    }),
    loopback: place('loopback', go('isOnNode', 'natPrerouting'), { target: 'delivered' }),
    eth: place(
      'eth',
      go('leavesThroughTunnel', 'vxlanEncap'),
      go('leavesThroughBridge', 'bridgePort'),
      go('leavesThroughCable', 'veth'),
      { target: 'wire' },
    ),
    bridgePort: place('bridgePort', { target: 'veth' }),
    veth: place('veth', go('isInPod', 'input'), { target: 'bridge' }),
    bridge: place(
      'bridge',
      go('crossesBridgeUnasked', 'veth'),
      go('crossesBridge', 'forward'),
      go('goesUpUnasked', 'natPrerouting'),
      { target: 'routing' },
    ),
    wire: place('wire', go('isOnNode', 'natPrerouting'), go('isOnRouter', 'router'), { target: 'input' }),
    router: place('router', go('isForThisHost', 'input'), { target: 'eth' }),
    natPrerouting: place('natPrerouting', { target: 'routing' }),
    routing: place('routing', go('isForThisHost', 'input'), { target: 'forward' }),
    forward: place('forward', { target: 'natPostrouting' }),
    input: place('input', go('isForTheTunnel', 'vxlanDecap'), { target: 'delivered' }),
    vxlanEncap: place('vxlanEncap', { target: 'natOutput' }),
    vxlanDecap: place('vxlanDecap', { target: 'natPrerouting' }),
    delivered: { type: 'final' },
    dropped: { type: 'final' },
    rejected: { type: 'final' },
  },
});

/** How a packet ended, with all that happened on the way. */
export interface Sent extends Walk {
  readonly end: 'delivered' | 'dropped' | 'rejected';
  /** Which connection of the question it belongs to: absent for the asker's own, 1 for the one that a proxy opened. */
  readonly leg?: number;
}

/** Sends one packet from a host's socket and follows it to its end. Connections and affinity remember it. */
export function sendPacket(network: Network, host: string, packet: Packet): Sent {
  const walk: Walk = { network, host, packet, mark: 0, happened: [] };
  const [snapshot] = initialTransition(packetMachine, walk);
  return { ...snapshot.context, end: snapshot.value as Sent['end'] };
}
