import { describe, expect, it } from 'vitest';
import { podOf, prompt } from './prompt';

const text = (lines: readonly string[]) => lines.join('\n');

describe('run starts one Pod', () => {
  it('with what its flags say, and a Service with --expose', () => {
    const { type } = prompt();
    const { stdout } = type(
      'kubectl run web --image=app:v1 --env=A=b=c --labels=app=web --port=80 --expose --image-pull-policy=Never --privileged --dry-run=client -o yaml --command -- sleep 5',
    );
    expect(text(stdout)).toBe(`apiVersion: v1
kind: Pod
metadata:
  labels:
    app: web
  name: web
spec:
  containers:
  - command:
    - sleep
    - "5"
    env:
    - name: A
      value: b=c
    image: app:v1
    imagePullPolicy: Never
    name: web
    ports:
    - containerPort: 80
    resources: {}
    securityContext:
      privileged: true
  dnsPolicy: ClusterFirst
  restartPolicy: Always
status: {}
---
apiVersion: v1
kind: Service
metadata:
  labels:
    app: web
  name: web
spec:
  ports:
  - port: 80
    protocol: TCP
    targetPort: 80
  selector:
    app: web
status:
  loadBalancer: {}`);
  });

  it('with run=NAME for label, and what is behind -- as arguments', () => {
    const { type, cluster } = prompt();
    expect(type('kubectl run box --image=app:v1 --restart=Never -- a b').stdout).toEqual(['pod/box created']);
    const [box] = cluster.reading.list('Pod');
    expect(box).toMatchObject({
      metadata: { labels: { run: 'box' } },
      spec: { restartPolicy: 'Never', containers: [{ name: 'box', args: ['a', 'b'] }] },
    });
  });

  it('says what was made although the Service was refused', () => {
    const { type } = prompt();
    type('kubectl create svc clusterip box --tcp=80');
    expect(type('kubectl run box --image=app --port=80 --expose')).toEqual({
      stdout: ['pod/box created'],
      stderr: ['Error from server (AlreadyExists): services "box" already exists'],
      exit: 1,
    });
  });

  it.each([
    ['merge', '{"spec":{"nodeName":"node-1"}}', 'nodeName: node-1'],
    ['strategic', '{"spec":{"containers":[{"name":"x","tty":true}]}}', 'tty: true'],
    ['json', '[{"op":"add","path":"/spec/hostname","value":"h"}]', 'hostname: h'],
  ])('lays --overrides over it by %s', (how, over, line) => {
    const { stdout } = prompt().type(
      `kubectl run x --image=app --override-type=${how} --overrides='${over}' --dry-run=client -o yaml`,
    );
    expect(text(stdout)).toContain(line);
    expect(text(stdout)).toContain('image: app');
  });

  const { type } = prompt({ 'p.yaml': podOf('box') });
  type('kubectl apply -f p.yaml');
  it.each<[string, string]>([
    ['run box --image=app', 'Error from server (AlreadyExists): pods "box" already exists'],
    ['run x', 'error: required flag(s) "image" not set'],
    ['run --image=app', 'error: NAME is required for run'],
    ['run --image=app -- x', 'error: NAME is required for run'],
    ['run x --image=App', 'error: invalid image name "App": invalid reference format'],
    [
      'run x --image=app --restart=no',
      'error: invalid restart policy: no, valid values are: Always, OnFailure, Never',
    ],
    [
      'run x --image=app --image-pull-policy=no',
      'error: invalid image pull policy: no, valid values are: Always, IfNotPresent, Never',
    ],
    ['run x --image=app --env=1=2', 'error: invalid env: 1=2'],
    ['run x --image=app --labels=a', 'error: unexpected label spec: a'],
    ['run x --image=app --annotations=a', 'error: invalid annotations format: a'],
    ['run x --image=app --expose', 'error: --port must be set when exposing a service'],
    ['run x --image=app --port=http', 'error: --port must be a number'],
    ['run x --image=app -t', 'error: -i/--stdin is required for containers with -t/--tty=true'],
    ['run x --image=app --rm', 'error: --rm should only be used for attached containers'],
    [
      'run x --image=app -i --dry-run=client',
      "error: --dry-run=[server|client] can't be used with attached containers options (--attach, --stdin, or --tty)",
    ],
    [
      'run x --image=app -it --rm -- sh',
      'error: not modelled in Podium: kubectl run --attach, -i; a Pod that runs by itself is',
    ],
    ["run x --image=app --overrides='{'", 'error: Invalid JSON Patch'],
  ])('kubectl %s is refused', (line, stderr) => {
    expect(type(`kubectl ${line}`)).toEqual({ stdout: [], stderr: [stderr], exit: 1 });
  });
});

describe('expose makes a Service', () => {
  const started = () => {
    const at = prompt({ 'p.yaml': podOf('bare') });
    at.type('kubectl create deployment web --image=app:v1 --port=8080');
    at.type('kubectl apply -f p.yaml');
    return at;
  };

  it('with selector, labels and port of what is exposed', () => {
    const { type, cluster } = started();
    expect(type('kubectl expose deployment web').stdout).toEqual(['service/web exposed']);
    expect(cluster.reading.find('Service', 'default', 'web')).toMatchObject({
      metadata: { labels: { app: 'web' } },
      spec: { selector: { app: 'web' }, ports: [{ port: 8080, targetPort: 8080, protocol: 'TCP' }] },
    });
  });

  it('with what its flags say', () => {
    const { type, cluster } = started();
    type(
      'kubectl expose deploy web --name=door --port=80,81 --target-port=http --type=NodePort --selector=a=b --labels=c=d --session-affinity=ClientIP --protocol=UDP',
    );
    expect(cluster.reading.find('Service', 'default', 'door')).toMatchObject({
      metadata: { labels: { c: 'd' } },
      spec: {
        type: 'NodePort',
        sessionAffinity: 'ClientIP',
        selector: { a: 'b' },
        ports: [
          { name: 'port-1', port: 80, targetPort: 'http', protocol: 'UDP' },
          { name: 'port-2', port: 81, targetPort: 'http', protocol: 'UDP' },
        ],
      },
    });
  });

  it('with a port for each protocol', () => {
    const { type, cluster } = prompt({
      'p.yaml': podOf(
        'dns',
        {
          containers: [
            {
              name: 'app',
              image: 'app',
              ports: [{ containerPort: 53, protocol: 'UDP' }, { containerPort: 53 }],
            },
          ],
        },
        { app: 'dns' },
      ),
    });
    type('kubectl apply -f p.yaml');
    type('kubectl expose pod dns');
    const service = cluster.reading.find('Service', 'default', 'dns');
    expect(service?.spec).toMatchObject({
      ports: [
        { name: 'port-1-udp', port: 53, protocol: 'UDP' },
        { name: 'port-1-tcp', port: 53, protocol: 'TCP' },
      ],
    });
  });

  const { type } = started();
  it.each<[string, string]>([
    ['expose deploy nope --port=80', 'Error from server (NotFound): deployments.apps "nope" not found'],
    ['expose node node-1 --port=80', 'error: cannot expose a Node'],
    ['expose ns default --port=80', 'error: cannot expose a Namespace'],
    [
      'expose pod bare --port=80',
      "error: couldn't retrieve selectors via --selector flag or introspection: the pod has no labels and cannot be exposed",
    ],
    ['expose pod bare --selector=a=b', "error: couldn't find port via --port flag or introspection"],
    ['expose deploy web --port=x', 'error: strconv.Atoi: parsing "x": invalid syntax'],
    ['expose deploy web --selector=a', 'error: unexpected label spec: a'],
    ['expose deploy web --session-affinity=x', 'error: unknown session affinity: x'],
    ['expose deploy', 'error: resource(s) were provided, but no name was specified'],
  ])('kubectl %s is refused', (line, stderr) => {
    expect(type(`kubectl ${line}`)).toEqual({ stdout: [], stderr: [stderr], exit: 1 });
  });
});

describe('autoscale makes a HorizontalPodAutoscaler', () => {
  const started = () => {
    const at = prompt();
    at.type('kubectl create deployment web --image=app:v1');
    return at;
  };

  it.each<[string, object[]]>([
    ['--cpu=50%', [{ name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } }]],
    ['--cpu=500', [{ name: 'cpu', target: { type: 'AverageValue', averageValue: '500m' } }]],
    ['--cpu=0.5', [{ name: 'cpu', target: { type: 'AverageValue', averageValue: '500u' } }]],
    [
      '--cpu=1 --memory=1024',
      [
        { name: 'cpu', target: { type: 'AverageValue', averageValue: '1m' } },
        { name: 'memory', target: { type: 'AverageValue', averageValue: '1Gi' } },
      ],
    ],
    ['--cpu-percent=70', [{ name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } }]],
  ])('that aims at %s', (flags, resources) => {
    const { type } = started();
    const { stdout } = type(
      `kubectl autoscale deploy web --min=2 --max=3 ${flags} --name=h --dry-run=client -o json`,
    );
    expect(JSON.parse(text(stdout))).toEqual({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'h' },
      spec: {
        minReplicas: 2,
        maxReplicas: 3,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
        metrics: resources.map((resource) => ({ type: 'Resource', resource })),
      },
      status: { currentMetrics: null, desiredReplicas: 0 },
    });
  });

  it('is said to be created in a dry run of the client only', () => {
    const { type } = started();
    const line = 'kubectl autoscale deploy web --max=3 --cpu=50%';
    const name = 'horizontalpodautoscaler.autoscaling/web';
    expect(type(`${line} --dry-run=client`).stdout).toEqual([`${name} created (dry run)`]);
    expect(type(`${line} --dry-run=server`).stdout).toEqual([`${name} autoscaled (server dry run)`]);
    expect(type(line).stdout).toEqual([`${name} autoscaled`]);
  });

  const { type } = started();
  type('kubectl autoscale deploy web --max=3 --cpu=50%');
  const v1 =
    'error: failed to create autoscaling/v2 HPA and the configuration is incompatible with autoscaling/v1';
  it.each<[string, string]>([
    ['--max=0', 'error: --max=MAXPODS is required and must be at least 1, max: 0'],
    ['--max=1 --min=2', 'error: --max=MAXPODS must be larger or equal to --min=MINPODS, max: 1, min: 2'],
    ['', 'error: required flag(s) "max" not set'],
    ['--max=2 --cpu=x', 'error: invalid resource cpu value: x'],
    ['--max=2 --memory=-1%', 'error: invalid percentage value: -1'],
    ['--max=2', `${v1}: empty input`],
    ['--max=2 --cpu=500m', `${v1}: %!w(<nil>)`],
    [
      '--max=2 --cpu=50%',
      'Error from server (AlreadyExists): horizontalpodautoscalers.autoscaling "web" already exists',
    ],
  ])('kubectl autoscale deploy web %s is refused', (flags, stderr) => {
    expect(type(`kubectl autoscale deploy web ${flags}`)).toEqual({ stdout: [], stderr: [stderr], exit: 1 });
  });

  it('refuses what can not be scaled', () => {
    expect(type('kubectl autoscale node node-1 --max=2').stderr).toEqual([
      'error: cannot autoscale a Node: could not find scale subresource for /v1, Resource=nodes in discovery information',
    ]);
  });
});
