import { describe, expect, it } from 'vitest';
import { deploymentOf, podOf, prompt } from './prompt';

const started = () => {
  const at = prompt({ 'p.yaml': podOf('solo', {}, { app: 'solo' }), 'web.yaml': deploymentOf('web') });
  at.type('kubectl apply -f p.yaml -f web.yaml');
  return at;
};
const labelsOf = ({ cluster }: ReturnType<typeof prompt>) =>
  cluster.reading.find('Pod', 'default', 'solo')?.metadata.labels;

describe('label changes labels', () => {
  it('adds, changes with --overwrite, takes away, and says which of it was done', () => {
    const at = started();
    expect(at.type('kubectl label pod solo tier=front').stdout).toEqual(['pod/solo labeled']);
    expect(at.type('kubectl label pod solo tier=back').stderr).toEqual([
      "error: 'tier' already has a value (front), and --overwrite is false",
    ]);
    expect(labelsOf(at)).toEqual({ app: 'solo', tier: 'front' });
    expect(at.type('kubectl label pod solo tier=back x=y app- --overwrite').stdout).toEqual([
      'pod/solo modified',
    ]);
    expect(labelsOf(at)).toEqual({ tier: 'back', x: 'y' });
    expect(at.type('kubectl label po/solo x-').stdout).toEqual(['pod/solo unlabeled']);
    expect(at.type('kubectl label pod solo x- tier=back').stdout).toEqual([
      'label "x" not found.',
      'pod/solo not labeled',
    ]);
  });

  it('tells of each label that stands in the way', () => {
    expect(started().type('kubectl label pods --all app=a app=b')).toMatchObject({
      stderr: ["error: 'app' already has a value (solo), and --overwrite is false"],
    });
    const at = started();
    at.type('kubectl label pod solo b=1');
    expect(at.type('kubectl label pod solo app=x b=2').stderr).toEqual([
      "'app' already has a value (solo), and --overwrite is false",
      "'b' already has a value (1), and --overwrite is false",
    ]);
  });

  it('goes through all that a query finds, and on after a refusal', () => {
    const at = prompt({ 'a.yaml': podOf('a', {}, { x: '1' }), 'b.yaml': podOf('b', {}, { x: '2' }) });
    at.type('kubectl create -f a.yaml -f b.yaml');
    expect(at.type('kubectl label pods -l x x=2')).toEqual({
      stdout: ['pod/b not labeled'],
      stderr: ["error: 'x' already has a value (1), and --overwrite is false"],
      exit: 1,
    });
    expect(at.type('kubectl label pods -l x --list').stdout).toEqual([
      'Listing labels for Pod./a:',
      ' x=1',
      'Listing labels for Pod./b:',
      ' x=2',
    ]);
    expect(at.type('kubectl label pod a --list').stdout).toEqual(['x=1']);
  });

  it('keeps nothing of a dry run', () => {
    const at = started();
    expect(at.type('kubectl label pod solo a=b --dry-run=client').stdout).toEqual([
      'pod/solo labeled (dry run)',
    ]);
    expect(at.type('kubectl label pod solo a=b --dry-run=server').stdout).toEqual([
      'pod/solo labeled (server dry run)',
    ]);
    expect(at.type("kubectl label -f p.yaml a=b --local -o jsonpath='{.metadata.labels.a}'").stdout).toEqual([
      'b',
    ]);
    expect(labelsOf(at)).toEqual({ app: 'solo' });
  });

  const { type } = started();
  it.each<[string, string | RegExp]>([
    ['label pod solo', 'error: at least one label update is required'],
    ['label a=b', 'error: one or more resources must be specified as <resource> <name> or <resource>/<name>'],
    ['label pod solo a=b c', 'error: all resources must be specified before label changes: c'],
    ['label pod solo a=b a-', 'error: can not both modify and remove a label in the same command'],
    ['label pod solo a=b=c', 'error: invalid label spec: a=b=c'],
    [
      'label pod solo a=-',
      /^error: invalid label value: "a=-": a valid label must be an empty string or consist/,
    ],
    [
      'label pod solo _/a=b',
      /^The Pod "solo" is invalid: metadata.labels: Invalid value: "_\/a": prefix part/,
    ],
    ['label pods --all -l app a=b', 'error: cannot set --all and --selector at the same time'],
    ['label pod solo --list -o yaml', 'error: --list and --output may not be specified together'],
    [
      'label pods --all a=b --resource-version=1',
      'error: --resource-version may only be used with a single resource',
    ],
    [
      'label pod solo a=b --resource-version=1',
      /^Error from server \(Conflict\): Operation cannot be fulfilled/,
    ],
    [
      'label pod solo a=b --local',
      'error: can only use local files by -f pod.yaml or --filename=pod.json when --local=true is set',
    ],
    ['label pod nope a=b', 'Error from server (NotFound): pods "nope" not found'],
    ['label pod solo a=b -o nope', /^error: unable to match a printer/],
  ])('kubectl %s is refused', (line, stderr) => {
    const { stderr: said, exit } = type(`kubectl ${line}`);
    expect(exit).toBe(1);
    expect(said).toHaveLength(1);
    if (typeof stderr === 'string') expect(said[0]).toBe(stderr);
    else expect(said[0]).toMatch(stderr);
  });
});

describe('annotate changes annotations', () => {
  it('adds, changes with --overwrite, takes away; why a rollout was made may always change', () => {
    const at = started();
    const notes = () => at.cluster.reading.find('Deployment', 'default', 'web')?.metadata.annotations ?? {};
    expect(at.type("kubectl annotate deploy web note='a = b' kubernetes.io/change-cause=x").stdout).toEqual([
      'deployment.apps/web annotated',
    ]);
    expect(at.type('kubectl annotate deploy web note=c').stderr).toEqual([
      "error: --overwrite is false but found the following declared annotation(s): 'note' already has a value (a = b)",
    ]);
    at.type('kubectl annotate deploy web kubernetes.io/change-cause=y');
    expect(notes()).toMatchObject({ note: 'a = b', 'kubernetes.io/change-cause': 'y' });
    at.type('kubectl annotate deploy web note=c --overwrite --dry-run=server');
    expect(notes().note).toBe('a = b');
    at.type('kubectl annotate deploy web note=c --overwrite');
    expect(notes().note).toBe('c');
    at.type('kubectl annotate deploy web note-');
    expect(notes().note).toBeUndefined();
  });

  const { type } = started();
  it.each<[string, string]>([
    ['annotate pod solo', 'error: at least one annotation update is required'],
    [
      'annotate a=b',
      'error: one or more resources must be specified as <resource> <name> or <resource>/<name>',
    ],
    [
      'annotate pod solo a=b a-',
      'error: can not both modify and remove the following annotation(s) in the same command: a',
    ],
    ['annotate pod solo a=b =c', 'error: all resources must be specified before annotation changes: =c'],
    [
      'annotate -f p.yaml a=b --local --dry-run=server',
      'error: cannot specify --local and --dry-run=server - did you mean --dry-run=client?',
    ],
    ['annotate pod nope a=b', 'Error from server (NotFound): pods "nope" not found'],
  ])('kubectl %s is refused', (line, stderr) => {
    expect(type(`kubectl ${line}`)).toEqual({ stdout: [], stderr: [stderr], exit: 1 });
  });
});

describe('patch changes fields', () => {
  it.each([
    ['-p \'{"spec":{"replicas":5}}\''],
    ["-p 'spec: {replicas: 5}'"],
    ['--type=merge -p \'{"spec":{"replicas":5}}\''],
    ['--type=json -p \'[{"op":"replace","path":"/spec/replicas","value":5}]\''],
  ])('by %s', (flags) => {
    const { type, cluster } = started();
    expect(type(`kubectl patch deploy web ${flags}`).stdout).toEqual(['deployment.apps/web patched']);
    expect(cluster.reading.find('Deployment', 'default', 'web')?.spec).toMatchObject({ replicas: 5 });
    expect(type(`kubectl patch deploy web ${flags}`).stdout).toEqual([
      'deployment.apps/web patched (no change)',
    ]);
  });

  it('reads --patch-file', () => {
    const { type } = prompt({ 'web.yaml': deploymentOf('web'), 'patch.yaml': 'spec:\n  replicas: 7\n' });
    type('kubectl apply -f web.yaml');
    expect(
      type("kubectl patch deploy web --patch-file patch.yaml --dry-run=client -o jsonpath='{.spec.replicas}'")
        .stdout,
    ).toEqual(['7']);
    expect(type("kubectl get deploy web -o jsonpath='{.spec.replicas}'").stdout).toEqual(['2']);
  });

  it('does not say that a dry run is one, as kubectl does not', () => {
    const { type } = started();
    const line = 'kubectl patch deploy web -p \'{"spec":{"replicas":9}}\'';
    expect(type(`${line} --dry-run=server`).stdout).toEqual(['deployment.apps/web patched']);
    expect(type(line).stdout).toEqual(['deployment.apps/web patched']);
  });

  it('warns of fields that there are not, and does the rest', () => {
    const { type, cluster } = started();
    expect(type('kubectl patch deploy web -p \'{"spec":{"replicas":3,"nope":1}}\'')).toEqual({
      stdout: ['deployment.apps/web patched'],
      stderr: ['Warning: unknown field "spec.nope"'],
      exit: 0,
    });
    expect(cluster.reading.find('Deployment', 'default', 'web')?.spec).toMatchObject({ replicas: 3 });
  });

  const { type } = started();
  it.each<[string, string]>([
    ['', 'error: must specify --patch or --patch-file containing the contents of the patch'],
    ['-p {} --patch-file x', 'error: cannot specify --patch and --patch-file together'],
    ['--patch-file x', 'error: unable to read patch file: open x: no such file or directory'],
    ['-p {} --type=x', 'error: --type must be one of [json merge strategic], not "x"'],
    [
      '-p x',
      'Error from server (BadRequest): json: cannot unmarshal string into Go value of type map[string]interface {}',
    ],
    [
      '--type=json -p {}',
      'Error from server (BadRequest): error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    ],
    [
      `--type=json -p '[{"op":"test","path":"/kind","value":"x"}]'`,
      'The request is invalid: the server rejected our request due to an error in our request',
    ],
    [
      `-p '{"spec":{"replicas":"x"}}'`,
      'The request is invalid: patch: Invalid value: "map[spec:map[replicas:x]]": unrecognized type: int32',
    ],
    [
      `-p '{"spec":{"template":{"spec":{"nodeName":1}}}}'`,
      'The request is invalid: patch: Invalid value: "map[spec:map[template:map[spec:map[nodeName:1]]]]": cannot convert int64 to string',
    ],
    [
      `-p '{"spec":{"replicas":-1}}'`,
      'The Deployment "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
    ],
    ['-p x --dry-run=client', 'error: invalid JSON document'],
    ['-p [] --type=merge --dry-run=client', 'error: Invalid JSON Patch'],
    [
      '-p {} --type=json --dry-run=client',
      'error: json: cannot unmarshal object into Go value of type jsonpatch.Patch',
    ],
    [
      `--type=json -p '[{"op":"replace","path":"","value":{"a":1}}]' --dry-run=client`,
      `error: Object 'Kind' is missing in '{"a":1}'`,
    ],
    ['-p {} -k x', 'error: not modelled in Podium: kubectl patch --kustomize'],
    [
      `-p '{"metadata":{"name":"x"}}'`,
      'Error from server (BadRequest): the name of the object (x) does not match the name on the URL (web)',
    ],
  ])('kubectl patch deploy web %s is refused', (flags, stderr) => {
    expect(type(`kubectl patch deploy web ${flags}`)).toEqual({ stdout: [], stderr: [stderr], exit: 1 });
  });

  it('answers to any patch of any field, and throws for none', () => {
    const at = started();
    const values = ['null', '"x"', '-1', '1.5', 'true', '[]', '{}', '[null]', '[{}]'];
    const fields = 'apiVersion kind metadata spec spec.selector spec.template spec.template.spec'.split(' ');
    for (const type of ['merge', 'strategic'])
      for (const field of [...fields, 'spec.template.spec.containers', 'metadata.labels', 'status'])
        for (const value of values) {
          const body = field.split('.').reduceRight((inner, key) => `{"${key}":${inner}}`, value);
          for (const where of ['client', 'server']) {
            const { exit } = at.type(
              `kubectl patch deploy web --type=${type} -p '${body}' --dry-run=${where}`,
            );
            expect([0, 1]).toContain(exit);
          }
        }
  });
});
