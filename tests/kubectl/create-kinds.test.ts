import { describe, expect, it } from 'vitest';
import { prompt } from './prompt';

const text = (lines: readonly string[]) => lines.join('\n');

describe('create KIND makes a manifest from flags', () => {
  it('prints a Deployment as its Go type has it, zeros and all, and keeps nothing', () => {
    const { type } = prompt();
    const { stdout } = type(
      'kubectl create deployment web --image=a/b:v1,c@sha256:d --port=80 -r 2 -n shop --dry-run=client -o yaml',
    );
    expect(text(stdout)).toBe(`apiVersion: apps/v1
kind: Deployment
metadata:
  labels:
    app: web
  name: web
  namespace: shop
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  strategy: {}
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - image: a/b:v1
        name: b
        ports:
        - containerPort: 80
        resources: {}
      - image: c@sha256:d
        name: c
        resources: {}
status: {}`);
    expect(type('kubectl get deploy -A').stderr).toEqual(['No resources found']);
  });

  it('takes what stands behind -- as the command', () => {
    const { type, cluster } = prompt();
    type('kubectl create deployment web --image=app:v1 -- sleep 5');
    const [web] = cluster.reading.list('Deployment');
    expect(web?.spec).toMatchObject({ template: { spec: { containers: [{ command: ['sleep', '5'] }] } } });
  });

  it('gives a container whose image would be no label a suffix of Kubernetes alphabet', () => {
    const { type } = prompt();
    const { stdout } = type(
      "kubectl create deployment web --image=my_app.x --dry-run=client -o jsonpath='{..name}'",
    );
    expect(text(stdout)).toMatch(/my-app-x-[bcdfghjklmnpqrstvwxz2456789]{5}/);
  });

  it('keeps the manifest in an annotation with --save-config', () => {
    const { type, cluster } = prompt();
    type('kubectl create ns shop --save-config');
    const [shop] = cluster.reading.list('Namespace').filter(({ metadata }) => metadata.name === 'shop');
    expect(shop?.metadata.annotations).toEqual({
      'kubectl.kubernetes.io/last-applied-configuration':
        '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"shop"},"spec":{},"status":{}}\n',
    });
  });

  it('makes a Job of a CronJob that belongs to it', () => {
    const { type, cluster } = prompt();
    type("kubectl create cronjob tick --image=app:v1 --schedule='0 0 1 1 *' --restart=Never -- date");
    expect(type('kubectl create job now --from=cj/tick').stdout).toEqual(['job.batch/now created']);
    const [now] = cluster.reading.list('Job');
    expect(now?.metadata).toMatchObject({
      annotations: { 'cronjob.kubernetes.io/instantiate': 'manual' },
      ownerReferences: [{ kind: 'CronJob', name: 'tick', controller: true }],
    });
    expect(now?.spec).toMatchObject({
      template: { spec: { restartPolicy: 'Never', containers: [{ name: 'tick', command: ['date'] }] } },
    });
  });

  it.each<[string, string[]]>([
    ['kubectl create svc clusterip a --clusterip=None', ['service/a created']],
    ['kubectl create service nodeport b --tcp=80:http --node-port=30080', ['service/b created']],
    ['kubectl create service loadbalancer c --tcp=80,81:8081', ['service/c created']],
    ['kubectl create service externalname d --external-name=example.com', ['service/d created']],
    ['kubectl create ns shop -o name', ['namespace/shop']],
    ['kubectl create pdb p --selector=app=web --min-available=50%', ['poddisruptionbudget.policy/p created']],
    ['kubectl create deploy web --image=app --dry-run=client', ['deployment.apps/web created (dry run)']],
    [
      'kubectl create deploy web --image=app --dry-run=server',
      ['deployment.apps/web created (server dry run)'],
    ],
  ])('%s', (line, stdout) => {
    expect(prompt().type(line)).toEqual({ stdout, stderr: [], exit: 0 });
  });

  it('parts a label query into labels and expressions', () => {
    const { type } = prompt();
    const { stdout } = type(
      "kubectl create pdb p --selector='app=web,tier in (b,a),!old,new' --max-unavailable=1 --dry-run=client -o jsonpath='{.spec}'",
    );
    expect(JSON.parse(text(stdout))).toEqual({
      maxUnavailable: 1,
      selector: {
        matchLabels: { app: 'web' },
        matchExpressions: [
          { key: 'tier', operator: 'In', values: ['a', 'b'] },
          { key: 'old', operator: 'DoesNotExist' },
          { key: 'new', operator: 'Exists' },
        ],
      },
    });
  });
});

const see = (command: string) => `See 'kubectl ${command} -h' for help and examples`;

describe('create KIND refuses', () => {
  const { type } = prompt();
  type('kubectl create deployment web --image=app:v1');
  it.each<[string, ...string[]]>([
    ['create deploy', 'error: required flag(s) "image" not set'],
    ['create deploy --image=a', 'error: exactly one NAME is required, got 0', see('create deployment')],
    ['create deploy a b --image=a', 'error: exactly one NAME is required, got 2', see('create deployment')],
    ['create deploy a --image=a,b -- x', 'error: cannot specify multiple --image options and command'],
    [
      'create deploy a --image=b --replicas=x',
      'error: invalid argument "x" for "-r, --replicas" flag: strconv.ParseInt: parsing "x": invalid syntax',
      "See 'kubectl create deployment --help' for usage.",
    ],
    [
      'create deploy web --image=b',
      'error: failed to create deployment: deployments.apps "web" already exists',
    ],
    [
      'create deploy a --image=b --dry-run=x',
      'error: Invalid dry-run value (x). Must be "none", "server", or "client".',
    ],
    ['create job j', 'error: either --image or --from must be specified'],
    ['create job j --image=a --from=cj/x', 'error: either --image or --from must be specified'],
    ['create job j --from=cj/x -- a', 'error: cannot specify --from and command'],
    ['create job j --from=cj/x', 'Error from server (NotFound): cronjobs.batch "x" not found'],
    ['create job j --from=deploy/web', 'error: unknown object type *v1.Deployment'],
    ['create cj c --image=a', 'error: required flag(s) "schedule" not set'],
    [
      "create cj c --image=a --schedule='* *'",
      'error: failed to create cronjob: CronJob.batch "c" is invalid: spec.schedule: Invalid value: "* *": expected exactly 5 fields, found 2: [* *]',
    ],
    ['create svc clusterip a', 'error: at least one tcp port specifier must be provided'],
    ['create svc clusterip a --tcp=x', 'error: strconv.ParseUint: parsing "x": invalid syntax'],
    ['create svc clusterip a --tcp=70000', 'error: strconv.ParseUint: parsing "70000": value out of range'],
    ['create svc clusterip a --tcp=80:0', 'error: must be between 1 and 65535, inclusive'],
    ['create svc externalname a --external-name=A_', 'error: invalid service external name A_'],
    ['create svc externalname a', 'error: required flag(s) "external-name" not set'],
    ['create pdb p', 'error: a selector must be specified'],
    ['create pdb p --selector=a=b', 'error: one of min-available or max-unavailable must be specified'],
    [
      'create pdb p --selector=a=b --min-available=1 --max-unavailable=1',
      'error: min-available and max-unavailable cannot be both specified',
    ],
    ['create pdb p --selector=a=b --min-available=x', 'error: invalid format specified for min-available'],
    [
      'create pdb p --selector==b --min-available=1',
      "error: couldn't parse the selector string \"=b\": found '=', expected: !, identifier, or 'end of string'",
    ],
    ['create ns default', 'Error from server (AlreadyExists): namespaces "default" already exists'],
    [
      'create configmap c --from-literal=a=b',
      'error: not modelled in Podium: kubectl create configmap; these are: cronjob, deployment, job, namespace, poddisruptionbudget, priorityclass, service',
    ],
    ['create nope', 'error: Unexpected args: [nope]', see('create')],
    ['create svc nope', 'error: unknown command "nope"', see('create service')],
    ['create', 'error: must specify one of -f and -k'],
  ])('kubectl %s', (line, ...stderr) => {
    expect(type(`kubectl ${line}`)).toEqual({ stdout: [], stderr, exit: 1 });
  });

  it('looks at -o before it makes anything', () => {
    const at = prompt();
    expect(at.type('kubectl create deploy a --image=b -o nope').stderr[0]).toMatch(
      /^error: unable to match a printer suitable for the output format "nope"/,
    );
    expect(at.cluster.reading.list('Deployment')).toEqual([]);
  });
});
