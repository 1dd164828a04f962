import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import { frameBytes, macText } from '@/lib/network/bytes';
import { captured } from '@/lib/network/capture';
import { answerOf, queriesOf, resolvConfOf, resolvConfText, resolve } from '@/lib/network/dns';
import { connect } from '@/lib/network/exchange';
import { worldFrom } from '@/lib/network/from-cluster';
import { networkOf } from '@/lib/network/network';
import { pcapOf } from '@/lib/network/pcap';
import { typed, usageError } from '@/lib/network/program';
import { sendText } from '@/lib/network/send';
import { zoneOf } from '@/lib/network/zone';
import { networkWith } from './world';

const pod = (name: string, labels: object, args: string[], more: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels },
  spec: { ...more, containers: [{ name: 'c', image: 'app:v1', args }] },
});
const service = (name: string, spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec,
});

function cluster(): Cluster {
  const made = new Cluster({ seed: 1, nodes: [{ name: 'node-1' }, { name: 'node-2' }] });
  const objects = [
    pod('db-0', { app: 'db' }, ['serve', '8080'], { hostname: 'db-0', subdomain: 'all' }),
    pod('client', { app: 'client' }, ['pause']),
    service('db', { selector: { app: 'db' }, ports: [{ port: 80, targetPort: 8080 }] }),
    service('all', { clusterIP: 'None', selector: { app: 'db' }, ports: [{ port: 80, targetPort: 8080 }] }),
    service('none', { clusterIP: 'None', selector: { app: 'x' }, ports: [{ port: 80 }] }),
    service('away', { type: 'ExternalName', externalName: 'example.com' }),
  ];
  for (const object of objects) made.do({ verb: 'create', object } as never);
  made.run(20_000);
  return made;
}

const { reading } = cluster();
const world = worldFrom(reading);
const zone = zoneOf(reading);
const db = world.pods.find(({ name }) => name === 'db-0')?.ip ?? '';
const clusterIP = world.servicePorts.find(({ service: name }) => name === 'db')?.clusterIP ?? '';

describe('a world from the objects of a cluster', () => {
  it('has its nodes, running Pods and Services with addresses', () => {
    expect(world.nodes.map(({ name }) => name)).toEqual(['node-1', 'node-2']);
    expect(world.pods.map(({ name, listens }) => [name, listens]).sort()).toEqual([
      ['client', []],
      ['db-0', [8080]],
    ]);
    expect(world.servicePorts.map(({ service: name }) => name)).toEqual(['db']);
    expect(world.servicePorts[0]?.endpoints).toMatchObject([{ ip: db, port: 8080, ready: true }]);
  });

  it('is walked by a sentence', () => {
    const lines = sendText(reading, 'from client to http://db:80');
    expect(lines[0]).toBe(`dns db.default.svc.cluster.local: ${clusterIP}`);
    expect(lines.at(-1)).toMatch(/^answered by db-0, which saw /);
    expect(lines.some((line) => line.includes('-j DNAT --to-destination'))).toBe(true);
  });

  it.each([
    ['from client to http://nobody', 'not sent: nobody knows the name nobody'],
    ['from client to http://db:81', 'no answer: whoever asked waits until its timeout'],
  ])('%s', (sentence, last) => {
    const end = sendText(reading, sentence).at(-1);
    expect(sentence.endsWith('81') ? end !== undefined && !end.startsWith('answered') : end === last).toBe(
      true,
    );
  });

  it('refuses what is no such sentence, and senders that are not there', () => {
    expect(() => sendText(reading, 'ping db')).toThrow(/is not "from POD to/);
    expect(() => sendText(reading, 'from ghost to db')).toThrow(/no Pod or node ghost/);
  });
});

describe('names', () => {
  const conf = resolvConfOf('shop');

  it('resolv.conf is the kubelet’s', () => {
    expect(resolvConfText(conf)).toBe(
      'search shop.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n',
    );
  });

  it.each([
    ['db', ['db.shop.svc.cluster.local', 'db.svc.cluster.local', 'db.cluster.local', 'db']],
    [
      'db.other',
      ['db.other.shop.svc.cluster.local', 'db.other.svc.cluster.local', 'db.other.cluster.local', 'db.other'],
    ],
    ['example.com.', ['example.com']],
    [
      'a.b.c.d.e.f',
      [
        'a.b.c.d.e.f',
        'a.b.c.d.e.f.shop.svc.cluster.local',
        'a.b.c.d.e.f.svc.cluster.local',
        'a.b.c.d.e.f.cluster.local',
      ],
    ],
  ])('%s is asked for as %j', (name, queries) => {
    expect(queriesOf(name, conf)).toEqual(queries);
  });

  it.each([
    ['db.default.svc.cluster.local', { kind: 'A', addresses: [clusterIP] }],
    ['all.default.svc.cluster.local', { kind: 'A', addresses: [db] }],
    ['db-0.all.default.svc.cluster.local', { kind: 'A', addresses: [db] }],
    ['db-0.db.default.svc.cluster.local', { kind: 'NXDOMAIN' }],
    ['none.default.svc.cluster.local', { kind: 'NODATA' }],
    ['away.default.svc.cluster.local', { kind: 'CNAME', name: 'example.com' }],
    ['10-244-1-2.default.pod.cluster.local', { kind: 'A', addresses: ['10.244.1.2'] }],
    ['db.other.svc.cluster.local', { kind: 'NXDOMAIN' }],
    ['example.com', { kind: 'NXDOMAIN' }],
  ])('%s: %j', (name, answer) => {
    expect(answerOf(zone, name)).toEqual(answer);
  });

  it('a short name finds the Service of its own namespace first', () => {
    expect(resolve(zone, 'db', 'default')).toMatchObject({ addresses: [clusterIP], asked: [{}] });
    expect(resolve(zone, 'db.default', 'shop').asked).toHaveLength(2);
  });
});

/** A line typed in the world of the cluster, always from its beginning. */
const typedIn = (from: string, line: string) => typed(networkOf(world), from, line);

describe('names in lines that are typed', () => {
  it('are the world’s, and resolved through the sender’s resolv.conf', () => {
    expect(world.names).toEqual(zone);
    const { output, dns } = typedIn('pod-client', 'app get http://db/');
    expect(output).toMatch(/^db-0 from 10\.244\.\d+\.\d+:\d+$/);
    expect(dns).toEqual([
      { name: 'db.default.svc.cluster.local', answer: { kind: 'A', addresses: [clusterIP] } },
    ]);
    const [asked] = typedIn('pod-client', 'app get http://db.default.svc.cluster.local/').dns;
    expect(asked?.name).toBe('db.default.svc.cluster.local.default.svc.cluster.local');
  });

  it('a Pod of another namespace finds a Service under its namespace only', () => {
    const shop = {
      ...world,
      pods: world.pods.map((one) => (one.name === 'client' ? { ...one, namespace: 'shop' } : one)),
    };
    const from = (line: string) => typed(networkOf(shop), 'pod-client', line);
    expect(from('app get http://db/').output).toContain('lookup db on 10.96.0.10:53: no such host');
    expect(from('app get http://db.default/').dns.map(({ name }) => name)).toEqual([
      'db.default.shop.svc.cluster.local',
      'db.default.svc.cluster.local',
    ]);
  });

  it('a name without addresses sends nothing, and does not end the search', () => {
    const { output, sent, ending, dns } = typedIn('pod-client', 'app get http://none/');
    expect(output).toBe('Get "http://none/": dial tcp: lookup none on 10.96.0.10:53: no such host');
    expect([sent, ending.how]).toEqual([[], 'local']);
    expect(dns.map(({ answer }) => answer.kind)).toEqual(['NODATA', 'NXDOMAIN', 'NXDOMAIN', 'NXDOMAIN']);
  });

  it.each([
    [
      'pod-client',
      'app get http://nope/',
      'Get "http://nope/": dial tcp: lookup nope on 10.96.0.10:53: no such host',
    ],
    ['node-1', 'app get http://db/', 'Get "http://db/": dial tcp: lookup db: no such host'],
    ['outside', 'ping -c1 db', 'ping: db: Name or service not known'],
    ['pod-client', 'ping -c1 nope', 'ping: nope: Name or service not known'],
    ['pod-client', 'ping -c1 none', 'ping: none: No address associated with hostname'],
  ])('%s: %s prints %s', (from, line, output) => {
    expect(typedIn(from, line).output).toBe(output);
  });

  it('ping calls a name as the answer has it, and an address as it is', () => {
    const named = typedIn('pod-client', 'ping -c1 all').output.split('\n');
    expect(named[0]).toBe(`PING all.default.svc.cluster.local (${db}) 56(84) bytes of data.`);
    expect(named[1]).toContain(`64 bytes from ${db} (${db}): icmp_seq=1`);
    expect(typedIn('pod-client', `ping -c1 ${db}`).output).toContain(`64 bytes from ${db}: icmp_seq=1`);
  });

  it('localhost asks nobody', () => {
    const { dns, ending } = typedIn('pod-db-0', 'app get http://localhost:8080/');
    expect([dns, ending.how]).toEqual([[], 'answered']);
  });

  it.each([
    ['curl http://db', 'sh: 1: curl: not found'],
    ['ping -c1', 'ping: usage error: Destination address required'],
    ['app get db', 'usage: app get http://HOST[:PORT]/'],
    ['app get http://db', undefined],
  ])('%s is refused with %s', (line, error) => {
    expect(usageError(line)).toBe(error);
  });
});

describe('addresses of load balancers', () => {
  const route = (policy: string) => {
    const made = cluster();
    const spec = {
      type: 'LoadBalancer',
      externalTrafficPolicy: policy,
      selector: { app: 'web' },
      ports: [{ port: 80, targetPort: 8080 }],
    };
    const web = pod('web', { app: 'web' }, ['serve', '8080'], { nodeName: 'node-2' });
    const notReady = pod('web-not-ready', { app: 'web' }, ['serve', '8080'], { nodeName: 'node-1' });
    const probe = { exec: { command: ['/app', 'test', '/no-such-file'] }, periodSeconds: 1 };
    for (const container of notReady.spec.containers) Object.assign(container, { readinessProbe: probe });
    for (const object of [notReady, web, service('lb', spec)]) made.do({ verb: 'create', object } as never);
    const body = { status: { loadBalancer: { ingress: [{ ip: '198.51.100.7' }] } } };
    made.do({ verb: 'patch', kind: 'Service', name: 'lb', type: 'merge', subresource: 'status', body });
    made.run(40_000);
    return worldFrom(made.reading).router.routes.find((line) => line.startsWith('198.51.100.7'));
  };

  it.each([
    ['Cluster', 'the first node', '198.51.100.7 via 192.168.0.11 dev eth0'],
    ['Local', 'the first node with a ready endpoint', '198.51.100.7 via 192.168.0.12 dev eth0'],
  ])('with externalTrafficPolicy %s lead to %s', (policy, _node, line) => {
    expect(route(policy)).toBe(line);
  });
});

/** tshark's fields of each frame of a file; undefined where there is no tshark. */
function readByTshark(bytes: Uint8Array, fields: readonly string[]): string[][] | undefined {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'podium-pcap-')), 'x.pcapng');
  writeFileSync(file, bytes);
  const checks = [
    '-o',
    'ip.check_checksum:TRUE',
    '-o',
    'tcp.check_checksum:TRUE',
    '-d',
    'udp.port==8472,vxlan',
  ];
  const args = ['-r', file, ...checks, '-T', 'fields', ...fields.flatMap((field) => ['-e', field])];
  try {
    const text = execFileSync('tshark', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return text
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw error;
  }
}

describe('captures', () => {
  const frames = captured(connect(networkWith(), 'pod-a', '10.96.0.50', 80));
  const bytes = pcapOf(frames);

  it('are pcapng: blocks between two copies of their length, an interface each, a packet each', () => {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const types: number[] = [];
    for (let at = 0; at < bytes.length; at += view.getUint32(at + 4, true)) {
      types.push(view.getUint32(at, true));
      const length = view.getUint32(at + 4, true);
      expect(view.getUint32(at + length - 4, true)).toBe(length);
      expect(length % 4).toBe(0);
    }
    expect(types[0]).toBe(0x0a0d0d0a);
    expect(types.filter((type) => type === 1)).toHaveLength(new Set(frames.map(({ on }) => on)).size);
    expect(types.filter((type) => type === 6)).toHaveLength(frames.length);
  });

  it('hold as many bytes as recorded frames: 74 for a SYN, 124 in the tunnel', () => {
    const sizes = frames.map(({ on, frame }) => [on, frameBytes(frame).length]);
    expect(sizes.slice(0, 5)).toEqual([
      ['pod-a/eth0', 74],
      ['node-1/veth-a', 74],
      ['node-1/cni0', 74],
      ['node-1/flannel.1', 74],
      ['node-1/eth0', 124],
    ]);
  });

  it('are read by tshark, checksums and the inner packet included', () => {
    const fields = [
      'frame.interface_name',
      'ip.dst',
      'ip.checksum.status',
      'tcp.checksum.status',
      'vxlan.vni',
      'eth.src',
    ];
    const rows = readByTshark(bytes, fields);
    if (!rows) return;
    expect(rows).toHaveLength(frames.length);
    expect(rows[0]).toEqual(['pod-a/eth0', '10.96.0.50', '1', '1', '', macText('pod-a/eth0')]);
    expect(rows[4]?.slice(0, 5)).toEqual(['node-1/eth0', '192.168.0.12,10.244.2.2', '1,1', '1', '1']);
    for (const [, , ip, tcp] of rows) expect(`${ip}${tcp}`).toMatch(/^[1,]+$/);
  });
});
