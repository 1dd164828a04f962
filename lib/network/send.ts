import type { Pod } from '../cluster/objects';
import type { Reading } from '../cluster/store';
import { resolve } from './dns';
import { connect } from './exchange';
import { type NetworkOptions, podName, worldFrom } from './from-cluster';
import { hopsText } from './hops';
import { networkOf } from './network';

/** `from POD to URL`: one connection in the network of a cluster as it stands, told hop by hop. */

const isAddress = (text: string): boolean => /^\d+\.\d+\.\d+\.\d+$/.test(text);

const sentence = /^from (\S+) to (?:https?:\/\/)?([^/:\s]+)(?::(\d+))?\S*$/;

/** Sends what a sentence says; throws for one that cannot be understood or a sender that is not there. */
export function sendText(reading: Reading, text: string, options: NetworkOptions = {}, seed = 1): string[] {
  const [, sender = '', target = '', port = '80'] = sentence.exec(text.trim()) ?? [];
  if (!sender) throw new Error(`${JSON.stringify(text)} is not "from POD to http://NAME:PORT"`);
  const world = worldFrom(reading, options);
  const network = networkOf(world, seed);
  const pod = reading.list<Pod>('Pod').find((one) => podName(one) === sender);
  const host = network.hosts[`pod-${sender}`] ?? network.hosts[sender];
  if (!host) throw new Error(`there is no Pod or node ${sender} that could send`);
  const node = world.nodes.find(({ name }) => name === target);
  if (isAddress(target) || node) {
    const address = node?.address ?? target;
    return hopsText(network, connect(network, host.name, address, Number(port)));
  }
  const { asked, addresses } = resolve(reading, target, pod?.metadata.namespace ?? 'default');
  const lines = asked.map(
    ({ name, answer }) => `dns ${name}: ${answer.kind === 'A' ? answer.addresses.join(', ') : answer.kind}`,
  );
  const [address] = addresses;
  if (!address) return [...lines, `not sent: nobody knows the name ${target}`];
  return [...lines, ...hopsText(network, connect(network, host.name, address, Number(port)))];
}
