import { describe, expect, it } from 'vitest';
import type { PodTemplate } from '@/lib/cluster/objects';
import { structOf, type Type } from '@/lib/cluster/schema';
import { goName } from '@/lib/cluster/schema/go';
import { templateHash } from '@/lib/cluster/template-hash';
import { printed } from '@/lib/cluster/template-hash/print';

const template = (app: string, image: string, container: object = {}): PodTemplate =>
  ({
    metadata: { labels: { app } },
    spec: {
      containers: [
        {
          name: 'app',
          image,
          terminationMessagePath: '/dev/termination-log',
          terminationMessagePolicy: 'File',
          imagePullPolicy: 'IfNotPresent',
          resources: {},
          ...container,
        },
      ],
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      securityContext: {},
      schedulerName: 'default-scheduler',
    },
  }) as unknown as PodTemplate;

/**
 * The printer and the hash were checked against public clusters: with the structs of v1.20, v1.23 to v1.28 and v1.30 to v1.32 the
 * nginx Deployment of Kubernetes' documentation has the hashes that are known of it, with those of v1.29 to v1.33 kubeadm's
 * CoreDNS. The hashes here are of v1.37's structs; the recordings show their lengths and their order.
 */
describe('the hash of a Pod template', () => {
  it.each([
    ['shop', 'app:v1', {}, 'd9f4fb9df'],
    ['web', 'app:v1', { ports: [{ containerPort: 8080, protocol: 'TCP' }] }, '5467d9886'],
    ['web', 'app:v1', {}, '6fcbd97455'],
    ['web', 'app:v2', {}, '779464cf86'],
    ['web', 'localhost:1/absent:v1', {}, '84cb889bbd'],
  ])('of %s with %s and %j is %s', (app, image, container, hash) => {
    expect(templateHash(template(app, image, container))).toBe(hash);
  });

  it('is another one with a collision, and another one with each', () => {
    const one = template('web', 'app:v1');
    const all = [undefined, 0, 1, 2].map((collisions) => templateHash(one, collisions));
    expect(new Set(all).size).toBe(4);
  });

  it('does not ask for the order in which fields were written', () => {
    const one = template('web', 'app:v1');
    const turned = { spec: Object.fromEntries(Object.entries(one.spec).reverse()), metadata: one.metadata };
    expect(templateHash(turned as unknown as PodTemplate)).toBe(templateHash(one));
  });
});

describe('a value as Go prints it', () => {
  const one = (of: string): Type => ({ of, form: 'one' });
  const pointer = (of: string): Type => ({ of, form: 'one', isPointer: true });
  const list = (of: string): Type => ({ of, form: 'list' });
  const map = (of: string): Type => ({ of, form: 'map' });

  it.each<[Type, unknown, string]>([
    [one('string'), 'x', '(string)x'],
    [one('string'), undefined, '(string)'],
    [one('int32'), undefined, '(int32)0'],
    [one('bool'), true, '(bool)true'],
    [pointer('int64'), undefined, '(*int64)<nil>'],
    [pointer('int64'), 30, '(*int64)30'],
    [list('string'), undefined, '([]string)<nil>'],
    [list('string'), [], '([]string)[]'],
    [list('string'), ['a', 'b'], '([]string)[a b]'],
    [map('string'), { b: '2', a: '1' }, '(map[string]string)map[a:1 b:2]'],
    [map('string'), undefined, '(map[string]string)<nil>'],
    [one('PullPolicy'), 'Always', '(v1.PullPolicy)Always'],
    [
      one('Time'),
      undefined,
      '(v1.Time){Time:(time.Time){wall:(uint64)0 ext:(int64)0 loc:(*time.Location)<nil>}}',
    ],
    [one('IntOrString'), 80, '(intstr.IntOrString){Type:(intstr.Type)0 IntVal:(int32)80 StrVal:(string)}'],
    [
      one('IntOrString'),
      'web',
      '(intstr.IntOrString){Type:(intstr.Type)1 IntVal:(int32)0 StrVal:(string)web}',
    ],
    [one('LocalObjectReference'), { name: 'x' }, '(v1.LocalObjectReference){Name:(string)x}'],
    [pointer('LocalObjectReference'), { name: 'x' }, '(*v1.LocalObjectReference){Name:(string)x}'],
    [list('LocalObjectReference'), [{ name: 'x' }], '([]v1.LocalObjectReference)[{Name:(string)x}]'],
    [
      one('ConfigMapKeySelector'),
      { name: 'x', key: 'k' },
      '(v1.ConfigMapKeySelector){LocalObjectReference:(v1.LocalObjectReference){Name:(string)x} Key:(string)k Optional:(*bool)<nil>}',
    ],
    [
      one('EmptyDirVolumeSource'),
      {},
      '(v1.EmptyDirVolumeSource){Medium:(v1.StorageMedium) SizeLimit:(*resource.Quantity)<nil> Mode:(*int32)<nil>}',
    ],
    [
      one('PodAffinityTerm'),
      {},
      '(v1.PodAffinityTerm){LabelSelector:(*v1.LabelSelector)<nil> Namespaces:([]string)<nil> TopologyKey:(string) NamespaceSelector:(*v1.LabelSelector)<nil> MatchLabelKeys:([]string)<nil> MismatchLabelKeys:([]string)<nil>}',
    ],
    [
      map('Quantity'),
      { cpu: '100m' },
      '(v1.ResourceList)map[cpu:{i:(resource.int64Amount){value:(int64)100 scale:(resource.Scale)-3} d:(resource.infDecAmount){Dec:(*inf.Dec)<nil>} s:(string)100m Format:(resource.Format)DecimalSI}]',
    ],
  ])('%j %j', (type, value, text) => {
    expect(printed(type, value)).toBe(text);
  });

  it('has the names that Go has', () => {
    const names = (struct: string) =>
      [...(structOf(struct)?.keys() ?? [])].map((name) => goName(name, struct));
    expect(names('HTTPGetAction')).toEqual(['Path', 'Port', 'Host', 'Scheme', 'HTTPHeaders', 'Protocol']);
    expect(names('CephFSVolumeSource').slice(0, 3)).toEqual(['Monitors', 'Path', 'User']);
    expect(names('RBDVolumeSource').slice(0, 5)).toEqual([
      'CephMonitors',
      'RBDImage',
      'FSType',
      'RBDPool',
      'RadosUser',
    ]);
  });
});
