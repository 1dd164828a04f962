import { addressOf, numberOf } from './address';
import { type Host, isLocalTo, lookup, sourceFor } from './host';
import { ephemeralPort } from './netfilter';
import { hostOf, type Network } from './network';
import { defaultTtl, echoPacket, errorPacket, type Icmp, type Packet, tcpPacket } from './packet';
import { type Sent, sendPacket } from './packet.machine';
import { chooseBackend, statusOf } from './proxy/choose';
import type { Backend, HttpRequest, OwnAnswer, RouteAsked, Status, WorldProxy } from './proxy/table';
import type { Loss } from './walk';
import { endpointName } from './world';

/** How a question ended for who asked it. */
export type Ending =
  | {
      readonly how: 'answered';
      readonly by: string;
      /** The address and port that the answerer saw; of an echo the address alone. */
      readonly from: string;
      readonly ttl: number;
      /** A proxy stood between: it ended the asker's connection and opened one of its own to the answerer. */
      readonly through?: Through;
    }
  /** A proxy took the request and answered it itself. */
  | {
      readonly how: 'http';
      readonly status: Status;
      /** The proxy's Pod. */
      readonly by: string;
      readonly because: OwnAnswer;
      readonly through: Through;
    }
  /** A reset: nothing listens there. */
  | { readonly how: 'reset' }
  | { readonly how: 'error'; readonly from: string; readonly icmp: Icmp }
  /** It did not even leave. */
  | { readonly how: 'local'; readonly loss: Loss }
  | { readonly how: 'silence' };

/** What a proxy did with a request. */
export interface Through {
  /** Its Pod. */
  readonly proxy: string;
  readonly kind: WorldProxy['kind'];
  /**
   * X-Forwarded-For: the address from which the proxy got the connection. It is the asker's only where no node put its own
   * in place of it on the way to the proxy, as with `externalTrafficPolicy: Local`.
   */
  readonly forwardedFor: string;
  readonly asked: readonly RouteAsked[];
  readonly backend?: Backend;
  /** `10.244.2.2:8080`, to which the second connection goes; absent when there was none. */
  readonly endpoint?: string;
}

/** A question and what followed: each packet with its way, and how it ended. */
export interface Exchange {
  readonly sent: readonly Sent[];
  readonly ending: Ending;
}

/** More packets than any answered question needs: a loop ends here. */
const most = 12;

const headers = 40;
const longestIp = 65_535;

/** The segment size that a host offers to an address: what its device's MTU leaves. Source: Linux net/ipv4/route.c ipv4_default_advmss. */
function mssTo(host: Host, address: string): number {
  const device = isLocalTo(host, address) ? 'lo' : (lookup(host, address)?.device ?? '');
  return Math.min(longestIp, host.devices[device]?.mtu ?? longestIp) - headers;
}

/** What a host's kernel or process says to a packet that was delivered to it; undefined when nothing. */
function answerTo(network: Network, { host: name, packet }: Sent): Packet | undefined {
  const host = hostOf(network, name);
  if (packet.icmp) {
    if (packet.icmp.type !== 8 || !isLocalTo(host, packet.dst)) return undefined;
    return { ...packet, src: packet.dst, dst: packet.src, ttl: 64, icmp: { ...packet.icmp, type: 0 } };
  }
  const { tcp, udp, src, dst } = packet;
  if (udp) return errorPacket(dst, packet, { type: 3, code: 3 });
  if (!tcp || tcp.flags.includes('R')) return undefined;
  if (tcp.flags === 'S') {
    const listens = (dst.startsWith('127.') && host.listensAtHome) || host.listens;
    const isOpen = listens === 'any' || listens.includes(tcp.dst);
    const ports = { src: tcp.dst, dst: tcp.src };
    return tcpPacket(
      dst,
      src,
      isOpen ? { ...ports, flags: 'AS', mss: mssTo(host, src) } : { ...ports, flags: 'AR' },
    );
  }
  return undefined;
}

const isAnswerTo = (question: Packet, packet: Packet): boolean =>
  packet.src === question.dst &&
  packet.dst === question.src &&
  packet.tcp?.src === question.tcp?.dst &&
  packet.tcp?.dst === question.tcp?.src;

/** An error that quotes the question wakes who asked it. */
const isErrorAbout = (question: Packet, { icmp }: Packet): boolean =>
  icmp?.quoted !== undefined &&
  icmp.quoted.dst === question.dst &&
  icmp.quoted.tcp?.src === question.tcp?.src;

/** Sends a packet and every answer that it causes, until the sender knows or nothing moves any more. */
function exchange(network: Network, from: string, question: Packet): Exchange {
  const sent: Sent[] = [];
  const waiting: { readonly host: string; readonly packet: Packet }[] = [{ host: from, packet: question }];
  let ending: Ending = { how: 'silence' };
  let served = { by: '', from: '' };
  for (let next = waiting.shift(); next && sent.length < most; next = waiting.shift()) {
    const one = sendPacket(network, next.host, next.packet);
    sent.push(one);
    if (one.answer) waiting.push(one.answer);
    if (sent.length === 1 && one.loss && one.host === from && !one.happened.some((h) => h.kind === 'frame'))
      if (one.loss.sort !== 'rule') return { sent, ending: { how: 'local', loss: one.loss } };
    if (one.end !== 'delivered') continue;
    const { packet } = one;
    const isBack = one.host === from && sent.length > 1;
    if (isBack && isErrorAbout(question, packet) && packet.icmp)
      ending = { how: 'error', from: packet.src, icmp: packet.icmp };
    else if (isBack && packet.tcp && isAnswerTo(question, packet))
      ending = packet.tcp.flags.includes('R')
        ? { how: 'reset' }
        : { how: 'answered', ...served, ttl: packet.ttl };
    else if (isBack && packet.icmp?.type === 0)
      ending = { how: 'answered', by: packet.src, from: served.from || packet.dst, ttl: packet.ttl };
    else if (isBack && packet.tcp?.flags === 'AS') waiting.push({ host: from, packet: reset(packet) });
    else {
      const answer = answerTo(network, one);
      const { tcp } = packet;
      if (tcp) served = { by: hostOf(network, one.host).says, from: `${packet.src}:${tcp.src}` };
      else if (packet.icmp?.type === 8) served = { by: '', from: packet.src };
      if (answer) waiting.push({ host: one.host, packet: answer });
    }
  }
  for (const host of Object.values(network.hosts)) settle(host);
  return { sent, ending };
}

/** A SYN-ACK from an address that nobody asked is refused by who gets it. */
const reset = ({ src, dst, tcp }: Packet): Packet =>
  tcpPacket(dst, src, { src: tcp?.dst ?? 0, dst: tcp?.src ?? 0, flags: 'R' });

/** Neighbours that a node spoke to have fresh entries from now on. */
function settle({ spokenTo, fresh }: { readonly spokenTo: Set<string>; readonly fresh: Set<string> }): void {
  for (const mac of spokenTo) fresh.add(mac);
  spokenTo.clear();
}

/**
 * Opens a connection: the SYN and what comes back. With a request, and when the Pod that answers is a proxy, the connection
 * ends there, and the proxy opens a second one from its own address to an endpoint, or answers itself. The HTTP messages are
 * no packets here: each connection is its SYN and the answer to it.
 */
export function connect(
  network: Network,
  from: string,
  address: string,
  port: number,
  request?: HttpRequest,
): Exchange {
  const host = hostOf(network, from);
  const src = sourceFor(host, address);
  const syn = { src: ephemeralPort(network), dst: port, flags: 'S', mss: mssTo(host, address) };
  if (src === undefined) return noWay(from, address);
  const first = exchange(network, from, tcpPacket(src, address, syn));
  return request ? proxied(network, first, request) : first;
}

interface EchoOptions {
  readonly isDontFragment?: boolean;
  readonly ttl?: number;
}

/** One echo request of `data` bytes and what comes back. */
export function ping(
  network: Network,
  from: string,
  address: string,
  data = 56,
  { isDontFragment = true, ttl = defaultTtl }: EchoOptions = {},
): Exchange {
  const src = sourceFor(hostOf(network, from), address);
  if (src === undefined) return noWay(from, address);
  const id = network.chance.between(1, 65_535);
  return exchange(network, from, { ...echoPacket(src, address, id, data, isDontFragment), ttl });
}

/** The port of the Service before a proxy: a listener is known by it, whatever port the proxy's container has. */
function listenerPort({ world }: Network, { sent }: Exchange): number | undefined {
  const [first] = sent;
  const { dst, tcp } = first?.packet ?? {};
  const front = world.servicePorts.find(({ endpoints }) =>
    endpoints.some(({ ip, port }) => ip === dst && port === tcp?.dst),
  );
  return front?.port ?? tcp?.dst;
}

/** The rest of a question that a proxy took; any other question is as it was. */
function proxied(network: Network, first: Exchange, request: HttpRequest): Exchange {
  const { ending } = first;
  if (ending.how !== 'answered') return first;
  const proxy = network.world.proxies?.find(({ pod }) => pod === ending.by);
  if (!proxy) return first;
  const at = listenerPort(network, first);
  const choice = chooseBackend(
    proxy.routes,
    { ...(at !== undefined && { port: at }), ...request },
    network.chance,
    network.world.servicePorts,
  );
  const { asked, backend, outcome } = choice;
  const through: Through = {
    proxy: proxy.pod,
    kind: proxy.kind,
    forwardedFor: ending.from.split(':')[0] ?? '',
    asked,
    ...(backend && { backend }),
    ...(outcome.do === 'forward' && { endpoint: endpointName(outcome.endpoint) }),
  };
  const own = (sent: Exchange['sent'], because: OwnAnswer): Exchange => ({
    sent,
    ending: { how: 'http', status: statusOf(proxy.kind, because), by: proxy.pod, because, through },
  });
  if (outcome.do === 'answer') return own(first.sent, outcome.because);
  const second = connect(network, `pod-${proxy.pod}`, outcome.endpoint.ip, outcome.endpoint.port);
  const sent = [...first.sent, ...second.sent.map((one) => ({ ...one, leg: 1 }))];
  if (second.ending.how === 'answered')
    return { sent, ending: { ...second.ending, ttl: ending.ttl, through } };
  return own(sent, second.ending.how === 'silence' ? 'timedOut' : 'refused');
}

const noWay = (from: string, address: string): Exchange => ({
  sent: [],
  ending: {
    how: 'local',
    loss: { sort: 'noRoute', says: `${from} has no route to ${addressOf(numberOf(address))}` },
  },
});
