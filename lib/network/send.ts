import type { Reading } from '../cluster/store';
import { answerText } from './dns';
import { connect } from './exchange';
import { type NetworkOptions, worldFrom } from './from-cluster';
import { hopsText } from './hops';
import type { Host } from './host';
import { type Network, networkOf } from './network';
import { lookUp } from './program';

/** `from POD to URL`: one connection in the network of a cluster as it stands, told hop by hop. */

const sentence = /^from (\S+) to (?:https?:\/\/)?([^/:\s]+)(?::(\d+))?\S*$/;

/** The host of a Pod or a node by the name that people say; `client` is a Pod before it is a node. */
export const hostNamed = (network: Network, name: string): Host | undefined =>
  network.hosts[`pod-${name}`] ?? network.hosts[name];

/** Sends what a sentence says; throws for one that cannot be understood or a sender that is not there. */
export function sendText(reading: Reading, text: string, options: NetworkOptions = {}, seed = 1): string[] {
  const [, sender = '', target = '', port = '80'] = sentence.exec(text.trim()) ?? [];
  if (!sender) throw new Error(`${JSON.stringify(text)} is not "from POD to http://NAME:PORT"`);
  const network = networkOf(worldFrom(reading, options), seed);
  const host = hostNamed(network, sender);
  if (!host) throw new Error(`there is no Pod or node ${sender} that could send`);
  const node = network.world.nodes.find(({ name }) => name === target);
  const { asked, addresses } = lookUp(network, host, node?.address ?? target);
  const lines = asked.map(({ name, answer }) => `dns ${name}: ${answerText(answer)}`);
  const [address] = addresses;
  if (!address) return [...lines, `not sent: nobody knows the name ${target}`];
  return [...lines, ...hopsText(network, connect(network, host.name, address, Number(port)))];
}
