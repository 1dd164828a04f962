import { describe, expect, it } from 'vitest';
import { decodedManifest } from '@/lib/cluster/api/decoding';
import { Cluster } from '@/lib/cluster/cluster';
import { kinds } from '@/lib/cluster/kinds';
import { structOf } from '@/lib/cluster/schema';

const deployment = (spec: unknown) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec,
});
const pod = (container: object, spec: object = {}) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'p' },
  spec: { containers: [{ name: 'app', image: 'app:v1', ...container }], ...spec },
});
const ofDeployment = 'Deployment in version "v1" cannot be handled as a Deployment: ';
const ofPod = 'Pod in version "v1" cannot be handled as a Pod: ';

describe('A document is decoded as Go decodes it', () => {
  it.each<[string, object, string]>([
    [
      'a text where a number stands',
      deployment({ replicas: 'three' }),
      `${ofDeployment}json: cannot unmarshal string into Go struct field DeploymentSpec.spec.replicas of type int32`,
    ],
    [
      'a number that is not whole',
      deployment({ replicas: 1.5 }),
      `${ofDeployment}json: cannot unmarshal number 1.5 into Go struct field DeploymentSpec.spec.replicas of type int32`,
    ],
    [
      'a number that is too large',
      deployment({ replicas: 3e9 }),
      `${ofDeployment}json: cannot unmarshal number 3000000000 into Go struct field DeploymentSpec.spec.replicas of type int32`,
    ],
    [
      'a map where a list stands',
      pod({}, { tolerations: {} }),
      `${ofPod}json: cannot unmarshal object into Go struct field PodSpec.spec.tolerations of type []v1.Toleration`,
    ],
    [
      'a number in a list of texts, in a list of structs',
      pod({ command: ['sleep', 3600] }),
      `${ofPod}json: cannot unmarshal number into Go struct field Container.spec.containers.command of type string`,
    ],
    [
      'a list where a struct stands',
      deployment([]),
      `${ofDeployment}json: cannot unmarshal array into Go struct field Deployment.spec of type v1.DeploymentSpec`,
    ],
    [
      'a truth where a number or a text may stand',
      deployment({ strategy: { rollingUpdate: { maxSurge: true } } }),
      `${ofDeployment}json: cannot unmarshal bool into Go struct field RollingUpdateDeployment.spec.strategy.rollingUpdate.maxSurge of type int32`,
    ],
    [
      'what is no quantity',
      pod({ resources: { requests: { cpu: 'much' } } }),
      `${ofPod}quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`,
    ],
    [
      'a label that is a number',
      { ...deployment({}), metadata: { name: 'web', labels: { tier: 1 } } },
      `${ofDeployment}json: cannot unmarshal number into Go struct field ObjectMeta.metadata.labels of type string`,
    ],
    [
      'a field that does not exist',
      pod({}, { contianers: [] }),
      `${ofPod}strict decoding error: unknown field "spec.contianers"`,
    ],
    [
      'two of them, one in a list',
      pod({ imagee: 'x' }, { node: 'a' }),
      `${ofPod}strict decoding error: unknown field "spec.containers[0].imagee", unknown field "spec.node"`,
    ],
  ])('%s', (_what, manifest, message) => {
    expect(decodedManifest(manifest)).toEqual({
      ok: false,
      status: { code: 400, reason: 'BadRequest', message },
    });
  });

  it('takes null for anything, numbers for quantities, texts for ports', () => {
    const fits = pod(
      { resources: { limits: { cpu: 1 } }, livenessProbe: { httpGet: { port: 'http' } } },
      { nodeName: null },
    );
    expect(decodedManifest(fits).ok).toBe(true);
  });

  it.each(['kind', 'apiVersion'])('says that %s is missing', (field) => {
    const sent = decodedManifest({ ...pod({}), [field]: undefined });
    expect(!sent.ok && sent.status.message).toContain('is missing');
  });

  it('keeps no null: a field without a value, a zero in a list', () => {
    const sent = decodedManifest(pod({ command: null, args: ['a', null], env: [null] }, { nodeName: null }));
    expect(sent.ok && sent.value.spec).toEqual({
      containers: [{ name: 'app', image: 'app:v1', args: ['a', ''], env: [{ name: '' }], resources: {} }],
    });
  });

  it.each([null, 7, 'x', []])('takes %j for no object', (sent) => {
    expect(decodedManifest(sent).ok).toBe(false);
  });

  it('knows the struct of every kind that the cluster serves', () => {
    for (const kind of kinds.keys()) expect([kind, structOf(kind)?.has('metadata')]).toEqual([kind, true]);
  });
});

describe('A cluster', () => {
  const cluster = () => new Cluster({ seed: 1, nodes: [{ name: 'node-1' }] });
  it.each(['apply', 'create'] as const)('refuses to %s what does not decode, and nothing is made', (verb) => {
    const it = cluster();
    const result = it.do({ verb, object: pod({ imagee: 'x' }) });
    expect(result.ok).toBe(false);
    expect(it.reading.list('Pod')).toEqual([]);
  });

  it.each([
    [
      'merge',
      'json: cannot unmarshal string into Go struct field PodSpec.spec.tolerations of type []v1.Toleration',
    ],
    ['strategic', 'patch: Invalid value: "map[spec:map[tolerations:all]]": cannot restore slice from string'],
  ] as const)('refuses a %s patch after which an object does not decode', (type, words) => {
    const it = cluster();
    it.do({ verb: 'apply', object: pod({}) });
    const result = it.do({
      verb: 'patch',
      kind: 'Pod',
      name: 'p',
      type,
      body: { spec: { tolerations: 'all' } },
    });
    expect(!result.ok && result.status.message).toMatch(/^ "" is invalid: patch: Invalid value: /);
    expect(!result.ok && result.status.message.endsWith(words)).toBe(true);
  });
});
