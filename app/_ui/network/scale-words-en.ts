import type { ScaleWords } from './scale-words';

export const en: ScaleWords = {
  figure: 'Figure {number}',
  caption: 'One node, TCP Services of one port each; a SYN from a Pod to the Service whose rule stands last.',
  services: 'Services',
  endpoints: 'Endpoints per Service',
  packet: 'Packet',
  packets: { first: 'first', later: 'later' },
  sentence: {
    one: 'To the one Service, iptables asks {iptables} rules, nftables {nftables}.',
    many: 'To the last of {services} Services, iptables asks {iptables} rules, nftables {nftables}.',
    later: 'A later packet of the connection asks no rule of nat.',
  },
  because: {
    first:
      'In iptables mode each Service has a rule of its own in `KUBE-SERVICES`, and the kernel reads them from the top. In nftables mode one rule looks the address up in a map; IPVS keeps a hash table.',
    later:
      'Tables of nat see only the first packet of a connection. What they decided stands in conntrack, and the kernel translates the rest from there. IPVS remembers in a table of its own.',
  },
  columns: {
    rules: 'Stand on the node',
    asked: 'Rules asked',
    lookups: 'Lookups',
  },
  rules: {
    iptables: 'rules of nat',
    nftables: 'rules and map elements',
    ipvs: 'virtual and real servers',
  },
  range: '{fewest} to {most}, by the endpoint that the lot falls on',
  later: {
    iptables: 'conntrack knows where to',
    nftables: 'conntrack knows where to',
    ipvs: 'its connection table knows where to',
  },
  status: {
    iptables: 'the default on Linux in v1.37',
    nftables: 'to be the default on Linux from v1.40',
    ipvs: 'deprecated since v1.35, off from v1.40, gone in v1.43',
  },
  lines: 'The lines of {mode}',
  leftOut: '… {count} more …',
  legend: 'A tick is one rule asked, a box is one lookup in a map, a set or a hash table.',
  order:
    'Which Service stands last is neither its name nor its age: kube-proxy writes them in the order of a map, which is random.',
  counted:
    'Counted in prerouting, where a Service’s address becomes that of an endpoint; the chains of filter come on top in each mode. IPVS is counted, not walked: no recording holds it.',
};
