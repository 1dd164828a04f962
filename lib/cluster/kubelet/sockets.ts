/** A socket that a program listens on, in the network namespace of its Pod, or of its node for a Pod with hostNetwork. */
export interface Socket {
  readonly protocol: 'TCP' | 'UDP';
  /** Of the namespace's own addresses one, as `127.0.0.1`; empty for all of them. */
  readonly address: string;
  readonly port: number;
}

/** Sockets that every node has open for itself: the kubelet's. Source: pkg/cluster/ports/ports.go, kubelet config/v1beta1 defaults. */
export const nodeSockets: readonly Socket[] = [
  { protocol: 'TCP', address: '', port: 10_250 },
  { protocol: 'TCP', address: '127.0.0.1', port: 10_248 },
];

/** `8080`, `127.0.0.1:8080`, `:53/udp`: where a server is told to listen. Undefined for anything else. */
export function socketOf(text: string): Socket | undefined {
  const [, address = '', digits = '', protocol = 'tcp'] =
    /^(?:(\d{1,3}(?:\.\d{1,3}){3})?:)?(\d{1,5})(?:\/(tcp|udp))?$/i.exec(text) ?? [];
  const port = Number(digits);
  if (digits === '' || port < 1 || port > 65_535) return undefined;
  return {
    protocol: protocol.toUpperCase() as Socket['protocol'],
    address: address === '0.0.0.0' ? '' : address,
    port,
  };
}

/**
 * Whether one namespace can not have both: same protocol, same port, and the same address or all of them on one side. That
 * Go sets SO_REUSEADDR changes nothing for a socket that listens. Source: Linux net/ipv4/inet_connection_sock.c
 * inet_csk_bind_conflict, inet_rcv_saddr_equal; udp.c udp_lib_lport_inuse.
 */
export const collide = (a: Socket, b: Socket): boolean =>
  a.protocol === b.protocol &&
  a.port === b.port &&
  (a.address === '' || b.address === '' || a.address === b.address);

/** Whether a packet to this address of the namespace finds the socket. */
export const isReached = ({ address }: Socket, at: string): boolean => address === '' || address === at;

/** Why a program can not listen there, as Go says it; undefined when it can. Source: Go net OpError, syscall errors. */
export function bindError(socket: Socket, taken: readonly Socket[], own: string): string | undefined {
  const { protocol, address, port } = socket;
  const failed = (why: string) => `listen ${protocol.toLowerCase()} ${address}:${port}: bind: ${why}`;
  if (address !== '' && address !== own && !address.startsWith('127.'))
    return failed('cannot assign requested address');
  return taken.some((other) => collide(socket, other)) ? failed('address already in use') : undefined;
}
