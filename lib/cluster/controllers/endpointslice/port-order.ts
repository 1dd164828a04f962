import type { EndpointPort } from '../../objects';

/**
 * The order of a slice's ports: that of the hashes of their values, as Go prints them.
 * Models staging/src/k8s.io/endpointslice/util/controller_utils.go NewPortMapKey, portsInOrder (v1.37).
 */
export function inOrderOfHashes(ports: readonly EndpointPort[]): readonly EndpointPort[] {
  if (ports.length < 2) return ports;
  return ports
    .map((port) => ({ port, hash: fnv128a(printed(port)) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : a.hash > b.hash ? 1 : 0))
    .map(({ port }) => port);
}

/** Source: staging/src/k8s.io/apimachinery/pkg/util/dump ForHash. */
const printed = ({ name = '', protocol, port, appProtocol = '<nil>' }: EndpointPort): string =>
  `(v1.EndpointPort){Name:(*string)${name} Protocol:(*v1.Protocol)${protocol} Port:(*int32)${port} AppProtocol:(*string)${appProtocol}}`;

const basis = 0x6c62272e07bb014262b821756295c58dn;
const prime = 0x0000000001000000000000000000013bn;

/** The hash of a text of ASCII. Source: Go's hash/fnv, New128a. */
export function fnv128a(text: string): bigint {
  let hash = basis;
  for (let i = 0; i < text.length; i++)
    hash = BigInt.asUintN(128, (hash ^ BigInt(text.charCodeAt(i))) * prime);
  return hash;
}
