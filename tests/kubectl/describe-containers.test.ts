import { describe, expect, it } from 'vitest';
import type { Container, Probe } from '@/lib/cluster/objects';
import { containers, probeText } from '@/lib/kubectl/describe/containers';
import { Page } from '@/lib/kubectl/describe/page';
import { volumes } from '@/lib/kubectl/describe/volumes';

const linesOf = (write: (page: Page) => void): string[] => {
  const page = Page.blank();
  write(page);
  return page.lines;
};

const how = 'delay=0s timeout=0s period=0s successThreshold=0 failureThreshold=0';

describe('probes', () => {
  it.each<[Probe, string]>([
    [{ exec: { command: ['cat', '/x'] } }, 'exec [cat /x]'],
    [{ httpGet: { path: '/healthz', port: 8080, scheme: 'HTTPS' } }, 'http-get https://:8080/healthz'],
    [{ httpGet: { path: 'a b?c', port: 'web', host: '::1' } }, 'http-get http://[::1]:web/a%20b%3Fc'],
    [{ httpGet: { port: 80 } }, 'http-get http://:80'],
    [{ tcpSocket: { port: 80 } }, 'tcp-socket :80'],
    [{ grpc: { port: 9, service: 'x' } }, 'grpc <pod>:9 x'],
    [{}, 'unknown'],
  ])('%j', (probe, text) => {
    expect(probeText(probe)).toBe(`${text} ${how}`);
  });

  it('say how they are tried', () => {
    const probe: Probe = {
      exec: { command: [] },
      initialDelaySeconds: 1,
      timeoutSeconds: 2,
      periodSeconds: 3,
      successThreshold: 4,
      failureThreshold: 5,
    };
    expect(probeText(probe)).toBe(
      'exec [] delay=1s timeout=2s period=3s successThreshold=4 failureThreshold=5',
    );
  });
});

const container: Container = { name: 'app', image: 'app:v1' };

describe('containers', () => {
  const section = (one: Partial<Container>, from: string, to: string, fieldOf?: (path: string) => string) => {
    const lines = linesOf((page) =>
      containers(page, 'Containers', [{ ...container, ...one }], fieldOf && { fieldOf }),
    );
    const start = lines.findIndex((line) => line.trim().startsWith(from));
    const end = lines.findIndex((line) => line.trim().startsWith(to));
    return lines.slice(start, end < 0 ? undefined : end);
  };

  it('name one port or several', () => {
    const ports = [
      { containerPort: 80, name: 'web' },
      { containerPort: 53, protocol: 'UDP', hostPort: 5353 },
    ];
    expect(section({ ports: ports.slice(0, 1) }, 'Port', 'Environment')).toEqual([
      '    Port:         80/TCP (web)',
      '    Host Port:    0/TCP (web)',
    ]);
    expect(section({ ports }, 'Port', 'Environment')).toEqual([
      '    Ports:        80/TCP (web), 53/UDP',
      '    Host Ports:   0/TCP (web), 5353/UDP',
    ]);
  });

  it('say where each variable comes from; of the fields of a Pod kubectl knows name and namespace', () => {
    const env = [
      { name: 'A', value: 'x\ny' },
      { name: 'NAME', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } },
      { name: 'S', valueFrom: { secretKeyRef: { name: 's', key: 'k' } } },
      { name: 'C', valueFrom: { configMapKeyRef: { name: 'c', key: 'k', optional: true } } },
      { name: 'MEM', valueFrom: { resourceFieldRef: { resource: 'limits.memory' } } },
      { name: 'CPU', valueFrom: { resourceFieldRef: { resource: 'requests.cpu', divisor: '1m' } } },
      { name: 'DISK', valueFrom: { resourceFieldRef: { resource: 'limits.disk' } } },
    ];
    const resources = { requests: { cpu: '250m' } };
    const fieldOf = (path: string) => (path === 'metadata.name' ? 'p' : '');
    expect(section({ env, resources }, 'Environment', 'Mounts', fieldOf)).toEqual([
      '    Environment:',
      '      A:     x',
      '             y',
      '      NAME:  p (v1:metadata.name)',
      "      S:     <set to the key 'k' in secret 's'>      Optional: false",
      "      C:     <set to the key 'k' of config map 'c'>  Optional: true",
      '      MEM:   node allocatable (limits.memory)',
      '      CPU:   250 (requests.cpu)',
      '      DISK:   (limits.disk)',
    ]);
    expect(section({ env: env.slice(1, 2) }, 'Environment', 'Mounts')).toEqual([
      '    Environment:',
      '      NAME:   (v1:metadata.name)',
    ]);
  });

  it('list what comes as a whole before what comes one by one', () => {
    const envFrom = [
      { configMapRef: { name: 'all' } },
      { prefix: 'P_', secretRef: { name: 's', optional: true } },
    ];
    expect(section({ envFrom }, 'Environment Variables', 'Mounts')).toEqual([
      '    Environment Variables from:',
      '      all         ConfigMap                Optional: false',
      "      s           Secret with prefix 'P_'  Optional: true",
      '    Environment:  <none>',
    ]);
  });

  it('have their mounts by path', () => {
    const volumeMounts = [
      { name: 'b', mountPath: '/z', readOnly: true },
      { name: 'a', mountPath: '/a', subPath: 'x' },
    ];
    expect(section({ volumeMounts }, 'Mounts', 'nothing')).toEqual([
      '    Mounts:',
      '      /a from a (rw,path="x")',
      '      /z from b (ro)',
    ]);
  });

  it.each([
    [
      { waiting: { reason: 'CrashLoopBackOff' } },
      ['State:          Waiting', '  Reason:       CrashLoopBackOff'],
    ],
    [{}, ['State:          Waiting']],
    [
      { running: { startedAt: '2026-01-01T00:00:00Z' } },
      ['State:          Running', '  Started:      Thu, 01 Jan 2026 00:00:00 +0000'],
    ],
    [
      {
        terminated: {
          exitCode: 137,
          signal: 9,
          reason: 'Error',
          message: 'm',
          startedAt: '2026-01-01T00:00:00Z',
        },
      },
      [
        'State:          Terminated',
        '  Reason:       Error',
        '  Message:      m',
        '  Exit Code:    137',
        '  Signal:       9',
        '  Started:      Thu, 01 Jan 2026 00:00:00 +0000',
        '  Finished:     Mon, 01 Jan 0001 00:00:00 +0000',
      ],
    ],
  ])('in the state %j', (state, wanted) => {
    const status = { name: 'app', image: 'app:v1', ready: true, restartCount: 2, state };
    const lines = linesOf((page) => containers(page, 'Containers', [container], { statuses: [status] }));
    const from = lines.findIndex((line) => line.startsWith('    State:'));
    expect(lines.slice(from, from + wanted.length)).toEqual(wanted.map((line) => `    ${line}`));
    expect(lines.slice(from + wanted.length, from + wanted.length + 2)).toEqual([
      '    Ready:          True',
      '    Restart Count:  2',
    ]);
  });
});

describe('volumes', () => {
  const sourceOf = (source: object) =>
    linesOf((page) => volumes(page, [{ name: 'v', ...source }])).map((line) =>
      line.replace(/ {2,}(?=\S)/g, ' '),
    );

  it.each([
    [{ hostPath: { path: '/x' } }, ['Path: /x', 'HostPathType: <none>']],
    [{ emptyDir: {} }, ['Medium: ', 'SizeLimit: <unset>']],
    [{ emptyDir: { sizeLimit: '1024Mi', medium: 'Memory' } }, ['Medium: Memory', 'SizeLimit: 1Gi']],
    [{ secret: { secretName: 's' } }, ['SecretName: s', 'Optional: false']],
    [{ configMap: { name: 'c', optional: true } }, ['Name: c', 'Optional: true']],
    [{ nfs: { server: 's', path: '/p' } }, ['Server: s', 'Path: /p', 'ReadOnly: false']],
    [{ persistentVolumeClaim: { claimName: 'c' } }, ['ClaimName: c', 'ReadOnly: false']],
    [{ image: { reference: 'r', pullPolicy: 'Always' } }, ['Reference: r', 'PullPolicy: Always']],
    [
      { downwardAPI: { items: [{ path: 'l', fieldRef: { fieldPath: 'metadata.labels' } }] } },
      ['Items:', 'metadata.labels -> l'],
    ],
    [
      {
        projected: {
          sources: [{ secret: { name: 's' } }, { serviceAccountToken: { expirationSeconds: 9 } }],
        },
      },
      ['SecretName: s', 'Optional: false', 'TokenExpirationSeconds: 9'],
    ],
    [
      { csi: { driver: 'd', volumeAttributes: { b: '2', a: '1' } } },
      ['Driver: d', 'FSType: ', 'ReadOnly: false', 'VolumeAttributes: a=1', 'b=2'],
    ],
  ])('%j', (source, wanted) => {
    const lines = sourceOf(source).map((line) => line.trimStart());
    expect(lines.slice(0, 2)).toEqual(['Volumes:', 'v:']);
    expect(lines[2]).toMatch(/^Type: \w+ \(.+\)$/);
    expect(lines.slice(3).map((line) => line.replace(/ +$/, ' '))).toEqual(wanted);
  });

  it('of no kind that there is are unknown, of a vendor are not modelled', () => {
    expect(sourceOf({ nope: {} }).at(-1)?.trim()).toBe('<unknown>');
    expect(sourceOf({ iscsi: {} }).at(-1)?.trim()).toBe('Type: not modelled in Podium: iscsi');
    expect(linesOf((page) => volumes(page, []))).toEqual(['Volumes:  <none>']);
  });
});
