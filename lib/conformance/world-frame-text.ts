import { kindText } from '../network/hops';
import type { WorldFrame } from './world-recording';

/** What a recording's frame may hold; ports that a kernel chose are words. */
interface Layers {
  readonly ip: WorldFrame['ip'];
  readonly tcp?: Ports & { readonly flags: string };
  readonly udp?: Ports;
  readonly icmp?: { readonly type: number; readonly code: number };
}
interface Ports {
  readonly src: number | string;
  readonly dst: number | string;
}
interface Tunnelled {
  readonly vxlan?: { readonly vni: number };
  readonly inner?: Layers & { readonly eth: WorldFrame['eth'] };
}

/** `10.244.1.2:EPHEMERAL > 10.96.0.20:80 SYN ttl 64`; the ports of an ICMP error are of the packet that it is about. */
function layersText({ ip, tcp, udp, icmp }: Layers): string {
  const ports = tcp ?? udp;
  const tail = `${kindText(icmp ? { icmp } : tcp ? { tcp } : { udp })} ttl ${ip.ttl}`;
  if (!ports) return `${ip.src} > ${ip.dst} ${tail}`;
  if (icmp) return `${ip.src} > ${ip.dst} ${tail} about ports ${ports.src} > ${ports.dst}`;
  return `${ip.src}:${ports.src} > ${ip.dst}:${ports.dst} ${tail}`;
}

/** A frame of a recording as a line to read, in the form of `hopsText`: equal lines mean equal frames. */
export function frameText(frame: WorldFrame): string {
  const { on, bytes, eth } = frame;
  const layers = frame as unknown as Layers & Tunnelled;
  const { inner, vxlan, icmp, ...outer } = layers;
  const head = `${on}: ${eth.src} > ${eth.dst}, ${bytes} bytes: `;
  if (!inner) return head + layersText(layers);
  const inside = layersText({ ...inner, ...(icmp && { icmp }) });
  return `${head}${layersText(outer)} [VNI ${vxlan?.vni}: ${inner.eth.src} > ${inner.eth.dst}: ${inside}]`;
}
