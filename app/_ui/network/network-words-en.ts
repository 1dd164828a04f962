import { type NetworkWords, packets } from './network-words';

export const en: NetworkWords = {
  label: 'Network',
  caption:
    'The cluster’s network at this moment. When its objects change, the line is sent again; hosts keep their connections.',
  close: 'Back to the scene',
  empty: 'No node is here yet. Add one, and packets have a place to start from.',
  as: 'As',
  to: 'To',
  ownLine: 'your own line',
  gone: '{name}, gone',
  ways: { get: 'a connection', ping: 'a ping', longPing: 'a ping of 1,400 bytes' },
  groups: { services: 'Services', pods: 'Pods', nodes: 'Nodes', outside: 'Outside' },
  break: {
    label: 'What you can do to the network',
    done: 'Done to the network; press to take back',
    what: 'Break',
    node: 'On',
    packets: 'Packets',
    port: 'TCP port',
    device: 'Device',
    bytes: 'MTU',
  },
  kinds: {
    cut: 'the wire',
    drop: 'a kind of packet',
    block: 'a port',
    mtu: 'an MTU',
    forwarding: 'forwarding',
  },
  hands: {
    cut: 'Cut {node} off the wire',
    drop: 'Drop {packets} on {node}',
    block: 'Block port {port} on {node}',
    mtu: 'Lower the MTU of {device} on {node} to {bytes}',
    forwarding: 'Turn forwarding off on {node}',
  },
  packets,
};
