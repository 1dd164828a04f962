import { describe, expect, it } from 'vitest';
import type { Deployment } from '@/lib/cluster/objects';
import { deploymentOf, podOf, prompt } from './prompt';

const started = () => {
  const at = prompt({
    'p.yaml': podOf('solo', {
      initContainers: [{ name: 'setup', image: 'setup:v1' }],
      containers: [
        { name: 'app', image: 'app:v1' },
        { name: 'side', image: 'side:v1' },
      ],
    }),
    'web.yaml': deploymentOf('web'),
  });
  at.type('kubectl apply -f p.yaml -f web.yaml');
  return at;
};

const spec = ({ cluster }: ReturnType<typeof prompt>) =>
  cluster.reading.find<Deployment>('Deployment', 'default', 'web')?.spec.template.spec;

describe('set image', () => {
  it('changes the image of the container that is named, and says nothing when it is that already', () => {
    const at = started();
    expect(at.type('kubectl set image deploy/web app=app:v2').stdout).toEqual([
      'deployment.apps/web image updated',
    ]);
    expect(spec(at)).toMatchObject({ containers: [{ name: 'app', image: 'app:v2' }] });
    expect(at.type('kubectl set image deploy web app=app:v2')).toEqual({ stdout: [], stderr: [], exit: 0 });
  });

  it('takes * for all containers, those that initialize too', () => {
    const { stdout } = started().type(
      "kubectl set image -f p.yaml --local '*=x' -o jsonpath='{.spec..image}'",
    );
    expect(stdout).toEqual(['x x x']);
  });

  it('keeps nothing of a dry run', () => {
    const at = started();
    const line = 'kubectl set image deploy/web app=app:v2';
    expect(at.type(`${line} --dry-run=client`).stdout).toEqual([
      'deployment.apps/web image updated (dry run)',
    ]);
    expect(at.type(`${line} --dry-run=server`).stdout).toEqual([
      'deployment.apps/web image updated (server dry run)',
    ]);
    expect(spec(at)).toMatchObject({ containers: [{ image: 'app:v1' }] });
  });

  it('does what it can and tells of what it can not', () => {
    const at = started();
    expect(at.type('kubectl set image deploy/web nope=x app=app:v2')).toEqual({
      stdout: ['deployment.apps/web image updated'],
      stderr: ['error: unable to find container named "nope"'],
      exit: 1,
    });
  });

  const { type } = started();
  it.each<[string, string]>([
    ['deploy/web', 'error: at least one image update is required'],
    [
      "deploy/web '*=a' app=b",
      'error: all containers are already specified by *, but saw more than one container_name=container_image pairs',
    ],
    ['deploy/nope app=a', 'Error from server (NotFound): deployments.apps "nope" not found'],
    ['deploy/web app=a x', 'error: all resources must be specified before image changes: x'],
    [
      'node node-1 a=b',
      'error: nodes/node-1 the object is not a pod or does not have a pod template: *v1.Node',
    ],
    [
      "deploy/web app=''",
      'error: failed to patch image update to pod template: Deployment.apps "web" is invalid: spec.template.spec.containers[0].image: Required value',
    ],
    ['deploy --all -l app app=a', 'error: cannot set --all and --selector at the same time'],
  ])('kubectl set image %s is refused', (line, stderr) => {
    expect(type(`kubectl set image ${line}`)).toEqual({ stdout: [], stderr: [stderr], exit: 1 });
  });
});

describe('set resources', () => {
  it('lays amounts over those that are there', () => {
    const at = started();
    expect(at.type('kubectl set resources deploy web --limits=cpu=0.5,memory=1024Mi').stdout).toEqual([
      'deployment.apps/web resource requirements updated',
    ]);
    at.type('kubectl set resources deploy web -c=app --requests=cpu=100m --limits=cpu=1');
    expect(spec(at)).toMatchObject({
      containers: [{ resources: { limits: { cpu: '1', memory: '1Gi' }, requests: { cpu: '100m' } } }],
    });
  });

  const { type } = started();
  it.each<[string, string]>([
    ['', 'error: you must specify an update to requests or limits (in the form of --requests/--limits)'],
    ['--limits=cpu', 'error: invalid argument syntax cpu, expected <resource>=<value>'],
    [
      '--limits=cpu=x',
      "error: quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
    ],
    ['--limits=cpu=1 -c nope', 'error: unable to find container named nope'],
    ['--limits=cpu=1 --local', 'error: you must specify resources by --filename when --local is set.'],
  ])('kubectl set resources deploy web %s is refused', (flags, stderr) => {
    const said = type(`kubectl set resources deploy web ${flags}`);
    expect([said.stderr[0], said.exit]).toEqual([stderr, 1]);
  });
});

describe('set env and set selector', () => {
  it('sets, lists and takes away variables', () => {
    const at = started();
    expect(at.type('kubectl set env deploy/web A=1 B=x=y').stdout).toEqual([
      'deployment.apps/web env updated',
    ]);
    at.type('kubectl set env deploy/web A- C=');
    expect(spec(at)).toMatchObject({ containers: [{ env: [{ name: 'B', value: 'x=y' }, { name: 'C' }] }] });
    expect(at.type('kubectl set env deploy/web D=4 --list').stdout).toEqual([
      '# Deployment web, container app',
      'B=x=y',
      'C=',
      'D=4',
    ]);
    expect(at.type('kubectl set env deploy/web --list').stdout).toHaveLength(3);
  });

  it('replaces the selector of a Service', () => {
    const at = started();
    at.type('kubectl expose deploy web --port=80');
    expect(at.type('kubectl set selector svc web a=b').stdout).toEqual(['service/web selector updated']);
    expect(at.cluster.reading.find('Service', 'default', 'web')?.spec).toMatchObject({
      selector: { a: 'b' },
    });
  });

  const { type } = started();
  it.each<[string, string]>([
    ['env deploy/web 1=2', 'error: "1" is not a valid key name: a valid environment variable name'],
    [
      'env deploy/web A=1 x',
      'error: all resources must be specified before environment changes: deploy/web A=1 x',
    ],
    ['env A=1', 'error: one or more resources must be specified as <resource> <name> or <resource>/<name>'],
    ['env deploy/web --from=cm/x', 'error: not modelled in Podium: kubectl set env --from; NAME=value is'],
    ['selector', 'error: one selector is required'],
    ['selector deploy web a=b', 'error: setting a selector is only supported for Services'],
    ['serviceaccount deploy/web x', 'error: not modelled in Podium: kubectl set serviceaccount;'],
    ['nope', 'error: unknown command "nope"'],
  ])('kubectl set %s is refused', (line, stderr) => {
    const said = type(`kubectl set ${line}`);
    expect(said.exit).toBe(1);
    expect(said.stderr[0]?.startsWith(stderr) && said.stderr[0]).toBeTruthy();
  });

  it('prints on stderr what may follow when nothing does', () => {
    const { stdout, stderr, exit } = type('kubectl set');
    expect([stdout, stderr[0], exit]).toEqual([[], 'Configure application resources.', 1]);
  });
});

describe('edit', () => {
  /** Runs a line with an editor that makes these changes, one each time it is opened; what it was shown. */
  function edited(line: string, ...changes: ((text: string) => string | undefined)[]) {
    const at = started();
    const shown: string[] = [];
    const outcome = at.shell.run(line, at.cluster, (text) => {
      shown.push(text);
      const change = changes.shift();
      return change ? change(text) : text;
    });
    return { ...outcome, shown, at };
  }
  const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
  const copy = 'A copy of your changes has been stored to "/tmp/kubectl-edit-1000000000.yaml"';

  it('sends what the editor changed', () => {
    const { stdout, stderr, exit, shown, at } = edited(
      'kubectl edit deploy/web',
      replace('image: app:v1', 'image: app:v2'),
    );
    expect({ stdout, stderr, exit }).toEqual({ stdout: ['deployment.apps/web edited'], stderr: [], exit: 0 });
    expect(spec(at)).toMatchObject({ containers: [{ image: 'app:v2' }] });
    expect(shown[0]).toMatch(
      /^# Please edit the object below\.[\s\S]*#\napiVersion: apps\/v1\nkind: Deployment\n/,
    );
  });

  it.each<[string, (text: string) => string | undefined]>([
    ['the text', (text) => text],
    ['nothing but comments', (text) => `# more\n${text}`],
    ['it alone', () => undefined],
  ])('does nothing when the editor leaves %s', (_, change) => {
    const { stdout, stderr, exit } = edited('kubectl edit deploy web', change);
    expect({ stdout, stderr, exit }).toEqual({
      stdout: [],
      stderr: ['Edit cancelled, no changes made.'],
      exit: 0,
    });
  });

  it('opens again with what the API server refused, and takes what is right then', () => {
    const { stdout, stderr, shown } = edited(
      'kubectl edit deploy web',
      replace('replicas: 2', 'replicas: -2'),
      replace('replicas: -2', 'replicas: 3'),
    );
    expect(stderr).toEqual(['error: deployments.apps "web" is invalid']);
    expect(stdout).toEqual(['deployment.apps/web edited']);
    expect(shown[1]).toContain(
      '#\n# deployments.apps "web" was not valid:\n# * spec.replicas: Invalid value: -2: must be greater than or equal to 0\n#\napiVersion',
    );
  });

  it.each<[string, (text: string) => string, string]>([
    ['is refused', replace('replicas: 2', 'replicas: -2'), 'spec.replicas: Invalid value: -2'],
    ['is no YAML', replace('spec:', 'spec: a: b'), 'mapping values are not allowed in this context'],
    ['is empty', () => '', 'invalid object to validate'],
    ['has no kind', replace('kind: Deployment', ''), 'kind not set'],
    [
      'has a field that there is not',
      replace('replicas: 2', 'nope: 2'),
      'patch: Invalid value: "map[spec:map[nope:2 replicas:<nil>]]": strict decoding error: unknown field "spec.nope"',
    ],
  ])('gives up when what %s stays so', (_, change, why) => {
    const { stderr, exit, shown } = edited('kubectl edit deploy web', change);
    expect(stderr).toEqual([
      'error: deployments.apps "web" is invalid',
      copy,
      'error: Edit cancelled, no valid changes were saved.',
    ]);
    expect(exit).toBe(1);
    expect(shown).toHaveLength(2);
    expect(shown[1]).toContain(why);
  });

  it.each<[string, (text: string) => string]>([
    ['the kind', replace('kind: Deployment\nmetadata', 'kind: StatefulSet\nmetadata')],
    ['the name', replace('  name: web\n  namespace', '  name: other\n  namespace')],
  ])('refuses a change of %s', (_, change) => {
    const { stderr, exit } = edited('kubectl edit deploy web', change);
    expect(stderr).toEqual([copy, 'error: At least one of apiVersion, kind and name was changed']);
    expect(exit).toBe(1);
  });

  it('refuses an object that is none of those that were opened', () => {
    const { stderr, exit } = edited('kubectl edit deploy web', replace('metadata:', 'metadata: null\nmeta:'));
    expect([stderr, exit]).toEqual([[copy, 'error: no original object found for Deployment/'], 1]);
  });

  it('opens again for a kind that there is not', () => {
    const { shown } = edited(
      'kubectl edit deploy web',
      replace('kind: Deployment\nmetadata', 'kind: Nope\nmetadata'),
    );
    expect(shown[1]).toContain(
      '# The edited file had a syntax error: no matches for kind "Nope" in version "apps/v1"',
    );
  });

  it('edits a List when there are several, and skips those that stay as they are', () => {
    const { stdout } = edited('kubectl edit deploy/web pod/solo', replace('replicas: 2', 'replicas: 1'));
    expect(stdout).toEqual(['deployment.apps/web edited', 'pod/solo skipped']);
  });

  it('edits JSON with -o json, without comments', () => {
    const { shown } = edited('kubectl edit deploy web -o json');
    expect(JSON.parse(shown[0] ?? '')).toMatchObject({ kind: 'Deployment' });
  });

  it.each<[string, string]>([
    ['deploy nope', 'Error from server (NotFound): deployments.apps "nope" not found'],
    ['cronjobs', 'error: edit cancelled, no objects found'],
    ['deploy web --subresource=status', 'error: not modelled in Podium: kubectl edit --subresource'],
  ])('kubectl edit %s is refused', (line, said) => {
    const { stderr, exit, shown } = edited(`kubectl edit ${line}`);
    expect([stderr, exit, shown]).toEqual([[said], 1, []]);
  });
});

describe('--record', () => {
  const causeOf = ({ cluster }: ReturnType<typeof prompt>) =>
    cluster.reading.find('Deployment', 'default', 'web')?.metadata.annotations?.[
      'kubernetes.io/change-cause'
    ];

  it.each<[string, string]>([
    ['set image deploy/web app=app:v2 --record', 'set image deploy/web app=app:v2 --record=true'],
    ['label --overwrite deploy web a=b --record', 'label deploy web a=b --overwrite=true --record=true'],
    ['annotate deploy web a=b --record', 'annotate deploy web a=b --record=true'],
    ['patch deploy web -p {} --record', 'patch deploy web --patch={} --record=true'],
  ])('keeps the line of kubectl %s, and warns', (line, cause) => {
    const at = started();
    const { stderr } = at.type(`kubectl ${line}`);
    expect(stderr).toEqual(['Flag --record has been deprecated, --record will be removed in the future']);
    expect(causeOf(at)).toBe(`kubectl ${cause}`);
  });

  it('leaves the annotation alone when it is not typed', () => {
    const at = started();
    at.type('kubectl set image deploy/web app=app:v2 --record=true');
    at.type('kubectl set image deploy/web app=app:v3 --record=false');
    expect(causeOf(at)).toBe('kubectl set image deploy/web app=app:v2 --record=true');
  });
});
