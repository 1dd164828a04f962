import { describe, expect, it } from 'vitest';
import { described } from './described';
import { podOf, prompt } from './prompt';

describe('nodes', () => {
  const asking = (name: string, resources: object) =>
    podOf(name, { containers: [{ name: 'app', image: 'app:v1', resources }] });

  it('with what their Pods ask for, in parts of what can be had', () => {
    const node = { name: 'n', cpu: '4', memory: '8Gi', resources: { 'example.com/gpu': '2' } };
    const lines = described(
      'node n',
      [
        asking('b', { requests: { cpu: '250m', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } }),
        asking('a', { limits: { cpu: '2', memory: '512Mi', 'example.com/gpu': '1' } }),
        podOf('ended', {
          restartPolicy: 'Never',
          containers: [{ name: 'app', image: 'app:v1', args: ['exit', '0'] }],
        }),
      ],
      5,
      [node],
    );
    const from = lines.findIndex((line) => line.startsWith('Non-terminated'));
    expect(lines.slice(from)).toEqual([
      'Non-terminated Pods:          (2 in total)',
      '  Namespace                   Name    CPU Requests  CPU Limits  Memory Requests  Memory Limits  Age',
      '  ---------                   ----    ------------  ----------  ---------------  -------------  ---',
      '  default                     a       2 (50%)       2 (50%)     512Mi (6%)       512Mi (6%)     5s',
      '  default                     b       250m (6%)     1 (25%)     1Gi (12%)        1Gi (12%)      5s',
      'Allocated resources:',
      '  (Total limits may be over 100 percent, i.e., overcommitted.)',
      '  Resource           Requests      Limits',
      '  --------           --------      ------',
      '  cpu                2250m (56%)   3 (75%)',
      '  memory             1536Mi (18%)  1536Mi (18%)',
      '  ephemeral-storage  0 (0%)        0 (0%)',
      '  hugepages-1Gi      0 (0%)        0 (0%)',
      '  hugepages-2Mi      0 (0%)        0 (0%)',
      '  example.com/gpu    1             1',
      'Events:              <none>',
    ]);
  });

  it('with taints, roles and the lease, which a silent kubelet does not renew', () => {
    const at = prompt({}, { nodes: [{ name: 'n', labels: { 'node-role.kubernetes.io/db': '' } }] });
    at.type('kubectl cordon n');
    at.wait(25);
    at.cluster.do({ verb: 'silence', node: 'n' });
    at.wait(20);
    const { stdout } = at.type('kubectl describe node n');
    expect(stdout[1]).toBe('Roles:              db');
    expect(stdout).toEqual(
      expect.arrayContaining([
        'CreationTimestamp:  Thu, 01 Jan 2026 00:00:00 +0000',
        'Taints:             node.kubernetes.io/unschedulable:NoSchedule',
        'Unschedulable:      true',
        'Lease:',
        '  HolderIdentity:  n',
        '  AcquireTime:     <unset>',
        '  RenewTime:       Thu, 01 Jan 2026 00:00:20 +0000',
        'PodCIDR:                      10.244.0.0/24',
      ]),
    );
    expect(stdout).toEqual(
      expect.arrayContaining([expect.stringMatching(/^ {2}Ready +True {4}Thu, .* kubelet is/)]),
    );
  });
});
