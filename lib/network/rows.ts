import { networkOf } from './address';
import { addressOfDevice, type Host, type Route } from './host';

/** Rows of a host's tables as its tools print them; a MAC is named by the interface that has it. */

/** `eth0 192.168.0.11/24`: the device that has the address; all of 127.0.0.0/8 is on lo. */
export function addressRow({ devices }: Host, address: string): string {
  const device = address.startsWith('127.')
    ? devices.lo
    : Object.values(devices).find((one) => addressOfDevice(one) === address);
  return device ? `${device.name} ${device.address}` : '';
}

/**
 * `10.244.2.0/24 via 10.244.2.0 dev flannel.1 onlink`, as `ip route` prints it. A route to a device's own network is the one
 * that the kernel made with its address; a gateway behind the tunnel is in no network of the device's, so its route is onlink.
 */
export function routeRow({ devices }: Host, { prefix, via, device, source, kind }: Route): string {
  const to = prefix === '0.0.0.0/0' ? 'default' : prefix.replace(/\/32$/, '');
  if (kind !== undefined) return `${kind} ${to}`;
  const from = source === undefined ? '' : ` src ${source}`;
  const on = devices[device];
  if (via !== undefined)
    return `${to} via ${via} dev ${device}${from}${on?.kind === 'vxlan' ? ' onlink' : ''}`;
  const own = addressOfDevice(on);
  return own !== undefined && on?.address !== undefined && networkOf(on.address) === prefix
    ? `${to} dev ${device} proto kernel scope link src ${source ?? own}`
    : `${to} dev ${device} scope link${from}`;
}

/** An entry that flanneld wrote and that no ARP renews. */
export const neighbourRow = (address: string, mac: string): string => `${address} lladdr ${mac} PERMANENT`;

/** Who answered for an address. */
export const arpRow = (address: string, mac: string): string => `${address} lladdr ${mac}`;

/** Behind which node a MAC is, in the FDB of flannel.1. */
export const tunnelRow = (mac: string, node: string): string => `${mac} dst ${node} self permanent`;

/** Behind which port of cni0 a MAC is. */
export const portRow = (mac: string, port: string): string => `${mac} dev ${port} master cni0`;
