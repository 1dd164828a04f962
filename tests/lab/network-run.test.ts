import { describe, expect, it } from 'vitest';
import { createSession } from '@/lib/lab/create-session';
import { idOf, type NetworkHand, type NodeDevice } from '@/lib/lab/network-hands';
import { type NetworkSetup, runInWorld } from '@/lib/lab/network-run';
import { firstSend, lineTo, targetsOf } from '@/lib/lab/network-targets';
import type { PacketRun } from '@/lib/lab/packet-run';
import type { World } from '@/lib/network/world';
import { about, deployment, made, pod, service } from './objects';

const probed = {
  readinessProbe: { httpGet: { path: '/', port: 80 }, periodSeconds: 1, failureThreshold: 1 },
};
const web = {
  ...deployment('web', 2),
  spec: {
    ...deployment('web', 2).spec,
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'app', image: 'web:1', ...probed }] },
    },
  },
};
const commands = made(0, web as never, service('web', 'web'), pod('client'));
const open = () => createSession(about(undefined, commands, { openAtMs: 20_000 }));

const ready = ({ servicePorts }: World) =>
  servicePorts.flatMap(({ endpoints }) => endpoints.filter((one) => one.ready)).map(({ node }) => node);
const plain: NetworkSetup = { backend: 'vxlan', mode: 'iptables', hands: [] };
const get = { from: 'client', line: 'app get http://web/' };
const how = ({ xray }: PacketRun) => xray.ending.how;
const by = ({ xray }: PacketRun) => (xray.ending.how === 'answered' ? xray.ending.by : xray.ending.how);
const rulesOf = (run: PacketRun, node: string) => JSON.stringify(run.network.hosts[node]?.ruleset);

describe('the world of a session', () => {
  it('is the same value until something is written', () => {
    const session = open();
    const world = session.world();
    expect(session.world()).toBe(world);
    session.do({ verb: 'scale', kind: 'Deployment', name: 'web', replicas: 3 });
    session.seek(30_000);
    expect(session.world()).not.toBe(world);
    expect(session.world().pods).toHaveLength(4);
    session.seek(20_000);
    session.undo();
    expect(session.world()).toEqual(world);
  });

  it('keeps two futures apart', () => {
    const session = open();
    session.fork();
    session.do({ verb: 'delete', kind: 'Service', name: 'web' });
    session.seek(21_000);
    expect(session.world().servicePorts).toHaveLength(0);
    session.goTo('A');
    expect(session.world().servicePorts).toHaveLength(1);
  });

  it('has no ready endpoint of a Pod whose readiness fails, and the nodes have no rule that leads there', () => {
    const session = open();
    const before = runInWorld(session.world(), plain, get);
    const [failing] = session.view().pods.filter(({ name }) => name.startsWith('web'));
    const ip = session.world().pods.find(({ name }) => name === failing?.name)?.ip ?? '';
    expect(rulesOf(before, 'node-1')).toContain(`--to-destination ${ip}:80`);
    session.do({ verb: 'failReadiness', pod: failing?.name ?? '' } as never);
    session.seek(30_000);
    expect(ready(session.world())).toHaveLength(1);
    const after = runInWorld(session.world(), plain, get);
    expect(rulesOf(after, 'node-1')).not.toContain(`--to-destination ${ip}:80`);
    expect(by(after)).not.toBe(failing?.name);
  });

  it('has no ready endpoint on a node that has been silent for longer than its grace', () => {
    const session = open();
    const silent = ready(session.world())[0] ?? '';
    session.do({ verb: 'silence', node: silent });
    session.seek(40_000);
    expect(ready(session.world())).toContain(silent);
    session.seek(120_000);
    expect(ready(session.world())).not.toContain(silent);
  });
});

describe('a line that is sent into a world', () => {
  const world = open().world();
  const client = world.pods.find(({ name }) => name === 'client')!;
  const other = world.pods.find(({ node }) => node !== client.node)!;
  const toOther = { from: 'client', line: `app get http://${other.ip}/` };
  const withHand = (hand: NetworkHand, send = toOther, setup = plain) =>
    runInWorld(world, { ...setup, hands: [hand] }, send);

  it('arrives, and gives the same run again', () => {
    const run = runInWorld(world, plain, get);
    expect(how(run)).toBe('answered');
    expect(runInWorld(world, plain, get).xray).toEqual(run.xray);
  });

  it.each<[string, Omit<NetworkHand, 'node'>]>([
    ['a node is cut off the wire', { kind: 'cut' }],
    ['it drops what comes to the tunnel', { kind: 'drop', packets: 'vxlan' } as never],
    ['it drops TCP', { kind: 'drop', packets: 'tcp' } as never],
    ['it blocks the port', { kind: 'block', port: 80 } as never],
    ['it does not forward', { kind: 'forwarding' }],
  ])('gets no answer when %s', (_, hand) => {
    expect(how(withHand({ ...hand, node: other.node } as NetworkHand))).toBe('silence');
  });

  it('gets its answer when what is broken is not for it', () => {
    expect(how(withHand({ kind: 'drop', packets: 'icmp', node: other.node }))).toBe('answered');
    expect(how(withHand({ kind: 'block', port: 81, node: other.node }))).toBe('answered');
    expect(how(withHand({ kind: 'mtu', device: 'eth0', bytes: 1400, node: client.node }))).toBe('answered');
    expect(how(withHand({ kind: 'cut', node: 'gone' }))).toBe('answered');
  });

  it('is told that it is too long by a node with a lower MTU; outside of a tunnel that is told of the wire, too', () => {
    const target = targetsOf(world).find(({ id }) => id === `pod/${other.name}`)!;
    const long = { from: 'client', line: lineTo(world, 'client', target, 'longPing') };
    const lower = (device: NodeDevice, backend: NetworkSetup['backend']) =>
      withHand({ kind: 'mtu', device, bytes: 1400, node: client.node }, long, { ...plain, backend }).xray
        .ending;
    const tooLong = { how: 'error', icmp: { type: 3, code: 4, mtu: 1400 } };
    expect(how(runInWorld(world, plain, long))).toBe('answered');
    expect(lower('flannel.1', 'vxlan')).toMatchObject(tooLong);
    expect(lower('eth0', 'host-gw')).toMatchObject(tooLong);
  });

  it('leaves connections that hosts remember in the next world, where the tables are written anew', () => {
    const first = runInWorld(world, plain, get);
    const node = client.node;
    const rows = first.network.hosts[node]?.connections.length ?? 0;
    expect(rows).toBeGreaterThan(0);
    const emptied = { ...world, servicePorts: [] };
    const second = runInWorld(emptied, plain, toOther, first.after);
    expect(rulesOf(second, node)).not.toContain('KUBE-SVC');
    const kept = second.network.hosts[node]?.connections ?? [];
    expect(kept.slice(0, rows)).toEqual(first.network.hosts[node]?.connections);
    expect(kept.length).toBeGreaterThan(rows);
    const [before, after] = [first, second].map(({ xray }) => xray.packets[0]?.packet.tcp?.src);
    expect(after).not.toBe(before);
  });

  it('is remembered by no Pod that has the name and another address', () => {
    const moved = world.pods.map((one) => (one === client ? { ...one, ip: `${one.ip}9` } : one));
    const { after } = runInWorld(world, plain, get);
    const remembered = { ...after.hosts['pod-client']!, connections: after.hosts[client.node]!.connections };
    const before = { ...after, hosts: { ...after.hosts, 'pod-client': remembered } };
    const kept = (pods: World['pods']) =>
      runInWorld({ ...world, pods }, plain, undefined, before).network.hosts['pod-client']?.connections;
    expect(kept(world.pods)?.length).toBeGreaterThan(0);
    expect(kept(moved)).toEqual([]);
  });

  it('is not sent by a Pod that is not there', () => {
    const run = runInWorld(world, plain, { from: 'gone', line: 'app get http://web/' });
    expect(run.refusal).toBe('there is no Pod or node gone');
    expect(run.xray.packets).toEqual([]);
  });
});

describe('whom a packet can be sent to', () => {
  const world = open().world();

  it('are Services by name, Pods, nodes and the host outside; each line arrives somewhere or says why not', () => {
    const targets = targetsOf(world);
    expect(new Set(targets.map(({ group }) => group))).toEqual(
      new Set(['services', 'pods', 'nodes', 'outside']),
    );
    expect(new Set(targets.map(({ id }) => id)).size).toBe(targets.length);
    for (const target of targets)
      for (const as of ['get', 'ping', 'longPing'] as const)
        for (const from of ['client', 'node-1', 'outside'])
          expect(
            runInWorld(world, plain, { from, line: lineTo(world, from, target, as) }).refusal,
          ).toBeUndefined();
  });

  it('a Service goes by its name for Pods, with its namespace for those of another, by its address for everyone else', () => {
    const service = targetsOf(world).find(({ name }) => name?.label === 'web')!;
    const elsewhere = world.pods.map((one) => ({ ...one, namespace: 'other' }));
    expect(lineTo(world, 'client', service, 'get')).toBe('app get http://web/');
    expect(lineTo({ ...world, pods: elsewhere }, 'client', service, 'get')).toBe(
      'app get http://web.default/',
    );
    expect(lineTo(world, 'node-1', service, 'get')).toBe(`app get http://${service.address}/`);
  });

  it('names of a headless Service lead to its Pods', () => {
    const names = {
      ...world.names,
      'one.all.default.svc.cluster.local': { kind: 'A' as const, addresses: [world.pods[0]!.ip] },
    };
    const one = targetsOf({ ...world, names }).find(({ label }) => label === 'one.all');
    expect(one && lineTo(world, 'client', one, 'get')).toBe('app get http://one.all/');
  });

  it('before anybody chose, a Pod asks a Service with a ready endpoint; else Pods or nodes each other', () => {
    expect(firstSend(world)).toEqual({ from: 'client', line: 'app get http://web/' });
    expect(firstSend({ ...world, servicePorts: [] })?.line).toMatch(/^ping -c1 -W1 10\.244\./);
    expect(firstSend({ ...world, servicePorts: [], pods: [] })).toEqual({
      from: 'node-1',
      line: `ping -c1 -W1 ${world.nodes[1]?.address}`,
    });
    expect(firstSend({ ...world, servicePorts: [], pods: [], nodes: [] })).toBeUndefined();
  });
});

it('two hands on one node that drop or block something else are two; one MTU takes the place of another', () => {
  expect(idOf({ kind: 'drop', node: 'n', packets: 'tcp' })).not.toBe(
    idOf({ kind: 'drop', node: 'n', packets: 'icmp' }),
  );
  expect(idOf({ kind: 'block', node: 'n', port: 80 })).not.toBe(idOf({ kind: 'block', node: 'n', port: 81 }));
  expect(idOf({ kind: 'mtu', node: 'n', device: 'eth0', bytes: 1400 })).toBe(
    idOf({ kind: 'mtu', node: 'n', device: 'eth0', bytes: 1280 }),
  );
});
