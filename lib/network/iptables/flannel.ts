import type { World, WorldNode } from '../world';
import type { RulesetWriter } from './ruleset';

const forward = '-m comment --comment "flanneld forward"';
const masq = '-m comment --comment "flanneld masq"';

/**
 * The rules of flanneld on a node: what is forwarded, and what is masqueraded on its way out. Both backends write the same.
 * Source: flannel v0.28.10 pkg/trafficmngr/iptables/iptables.go masqRules, forwardRules.
 */
export function writeFlannelRules(writer: RulesetWriter, world: World, node: WorldNode): void {
  const cluster = world.podNetwork;
  const own = node.podCIDR;
  writer.append('filter', 'FORWARD', `${forward} -j FLANNEL-FWD`);
  writer.append(
    'filter',
    'FLANNEL-FWD',
    `-s ${cluster} ${forward} -j ACCEPT`,
    `-d ${cluster} ${forward} -j ACCEPT`,
  );
  writer.append('nat', 'POSTROUTING', `${masq} -j FLANNEL-POSTRTG`);
  writer.append(
    'nat',
    'FLANNEL-POSTRTG',
    `-m mark --mark 0x4000/0x4000 ${masq} -j RETURN`,
    `-s ${own} -d ${cluster} ${masq} -j RETURN`,
    `-s ${cluster} -d ${own} ${masq} -j RETURN`,
    `! -s ${cluster} -d ${own} ${masq} -j RETURN`,
    `-s ${cluster} ! -d 224.0.0.0/4 ${masq} -j MASQUERADE --random-fully`,
    `! -s ${cluster} -d ${cluster} ${masq} -j MASQUERADE --random-fully`,
  );
}
