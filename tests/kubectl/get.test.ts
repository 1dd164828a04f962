import { describe, expect, it } from 'vitest';
import { deploymentOf, podOf, prompt } from './prompt';

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'web' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80, targetPort: 8080 }] },
};

const started = () => {
  const at = prompt({
    'pods.yaml': [podOf('b', {}, { app: 'b', tier: 'back' }), podOf('a', {}, { app: 'a' })]
      .map((one) => JSON.stringify(one))
      .join('\n---\n'),
    'web.yaml': deploymentOf('web', 1),
    'svc.yaml': service,
  });
  at.type('kubectl create -f pods.yaml');
  at.wait(3);
  return at;
};

describe('get shows tables as kubectl does', () => {
  const { type } = started();
  it.each<[string, (string | RegExp)[]]>([
    [
      'kubectl get pods',
      [
        'NAME   READY   STATUS    RESTARTS   AGE',
        'a      1/1     Running   0          3s',
        'b      1/1     Running   0          3s',
      ],
    ],
    ['kubectl get po a --no-headers', ['a     1/1   Running   0     3s']],
    ['kubectl get pod/b -L tier,app', [/TIER {3}APP$/, /back {3}b$/]],
    ['kubectl get pods -l app=a --show-labels', [/AGE {3}LABELS$/, /3s {4}app=a$/]],
    ['kubectl get pods --sort-by=.metadata.labels.app --no-headers', [/^a/, /^b/]],
    ['kubectl get pods --field-selector metadata.name=b -o name', ['pod/b']],
    ["kubectl get pods -o jsonpath='{.items[*].metadata.name}'", ['a b']],
    [
      'kubectl get pods -o jsonpath=\'{range .items[*]}{.metadata.name}:{.status.phase}{"\\n"}{end}\'',
      ['a:Running', 'b:Running'],
    ],
    ['kubectl get pods -o jsonpath=\'{.items[?(@.metadata.labels.tier=="back")].metadata.name}\'', ['b']],
    ["kubectl get pod a -o jsonpath='{.spec.containers[0].image}'", ['app:v1']],
    [
      'kubectl get pods -o custom-columns=NAME:.metadata.name,NOPE:.spec.nope',
      ['NAME   NOPE', 'a      <none>', 'b      <none>'],
    ],
    ['kubectl get pods -A --no-headers', [/^default {3}a/, /^default {3}b/]],
    ['kubectl get pod a,b', []],
  ])('%s', (line, lines) => {
    const { stdout } = type(line);
    expect(stdout).toHaveLength(lines.length);
    for (const [i, wanted] of lines.entries())
      if (typeof wanted === 'string') expect(stdout[i]).toBe(wanted);
      else expect(stdout[i]).toMatch(wanted);
  });

  it('puts several kinds in tables of their own, with the kind before each name', () => {
    const at = started();
    at.type('kubectl apply -f web.yaml -f svc.yaml');
    at.wait(3);
    const { stdout } = at.type('kubectl get deploy,svc');
    expect(stdout).toEqual([
      'NAME                  READY   UP-TO-DATE   AVAILABLE   AGE',
      'deployment.apps/web   1/1     1            1           3s',
      '',
      expect.stringMatching(/^NAME {10}TYPE/),
      expect.stringMatching(/^service\/web {3}ClusterIP/),
    ]);
    expect(at.type('kubectl get all -o name').stdout.map((line) => line.split('/')[0])).toEqual([
      'pod',
      'pod',
      'pod',
      'service',
      'deployment.apps',
      'replicaset.apps',
    ]);
  });

  it('shows the Endpoints of a Service with a warning', () => {
    const at = started();
    at.type('kubectl apply -f web.yaml -f svc.yaml');
    at.wait(3);
    expect(at.type('kubectl get ep web')).toMatchObject({
      stdout: [expect.stringContaining('ENDPOINTS'), expect.stringMatching(/^web {4}10\.244\.0\.\d+:8080 /)],
      stderr: ['Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice'],
    });
  });

  it('writes an object as YAML, its keys in the order of the alphabet', () => {
    const { stdout } = type('kubectl get pod b -o yaml');
    expect(stdout.slice(0, 3)).toEqual(['apiVersion: v1', 'kind: Pod', 'metadata:']);
    expect(stdout).toContain('    tier: back');
    expect(stdout).toContain('  - image: app:v1');
  });

  it('makes a List of several', () => {
    const { stdout } = type('kubectl get pods -o json');
    const list = JSON.parse(stdout.join('\n'));
    expect(list).toMatchObject({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' } });
    expect(list.items.map((one: { metadata: { name: string } }) => one.metadata.name)).toEqual(['a', 'b']);
  });
});

describe('get says what it can not show', () => {
  const { type } = started();
  it.each<[string, string[], number]>([
    ['kubectl get pods -n nope', ['No resources found in nope namespace.'], 0],
    ['kubectl get pv', ['No resources found'], 0],
    ['kubectl get pods c', ['Error from server (NotFound): pods "c" not found'], 1],
    ['kubectl get pods c --ignore-not-found', [], 0],
    ['kubectl get pod a c', ['Error from server (NotFound): pods "c" not found'], 1],
    [
      'kubectl get pods c d',
      [
        'Error from server (NotFound): pods "c" not found',
        'Error from server (NotFound): pods "d" not found',
      ],
      1,
    ],
    ['kubectl get frogs', ['error: the server doesn\'t have a resource type "frogs"'], 1],
    ['kubectl get pods.apps', ['error: the server doesn\'t have a resource type "pods" in group "apps"'], 1],
    ['kubectl get pod/', ['error: arguments in resource/name form must have a single resource and name'], 1],
    ['kubectl get pod/a/b', ['error: arguments in resource/name form may not have more than one slash'], 1],
    ['kubectl get pod a -l app=a', ['error: name cannot be provided when a selector is specified'], 1],
    ['kubectl get pod a -A', ['error: a resource cannot be retrieved by name across all namespaces'], 1],
    [
      "kubectl get pods -l 'app in (a'",
      [
        'Error from server (BadRequest): Unable to find "/v1, Resource=pods" that match label selector "app in (a", field selector "": unable to parse requirement: found \'\', expected: \',\' or \')\'',
      ],
      1,
    ],
    [
      'kubectl get pods --field-selector spec.nope=x',
      [
        'Error from server (BadRequest): Unable to find "/v1, Resource=pods" that match label selector "", field selector "spec.nope=x": field label not supported: spec.nope',
      ],
      1,
    ],
    [
      'kubectl get pods --show-labels -o yaml',
      ['error: --show-labels option cannot be used with yaml printer'],
      1,
    ],
    [
      'kubectl get pods --sort-by=.spec.nope',
      ['error: couldn\'t find any field with path "{.spec.nope}" in the list of objects'],
      1,
    ],
    [
      'kubectl get pods -o custom-columns=NAME',
      ['error: unexpected custom-columns spec: NAME, expected <header>:<json-path-expr>'],
      1,
    ],
    ["kubectl get pods -o jsonpath='{.items'", ['error: error parsing jsonpath {.items, unclosed action'], 1],
  ])('%s', (line, stderr, exit) => {
    const outcome = type(line);
    expect({ stderr: outcome.stderr, exit: outcome.exit }).toEqual({ stderr, exit });
  });
});

describe('get -w', () => {
  it('shows what is there, then each change of what it is about', () => {
    const { shell, cluster, type } = started();
    const line = shell.start('kubectl get pod a -w');
    expect(line.printed).toHaveLength(2);
    type('kubectl delete pod b --wait=false');
    type('kubectl delete pod a');
    line.resume();
    const rows = line.printed.map(({ text }) => text.split(/\s+/)[2]);
    expect(rows.slice(0, 3)).toEqual(['STATUS', 'Running', 'Terminating']);
    expect(line.printed.every(({ text }) => !text.startsWith('b '))).toBe(true);
    expect(cluster.reading.find('Pod', 'default', 'a')).toBeUndefined();
  });

  it('shows one type only', () => {
    const { type } = started();
    expect(type('kubectl get pods,svc -w').stderr).toEqual([
      'error: you may only specify a single resource type',
    ]);
  });
});
