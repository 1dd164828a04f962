import { describe, expect, it } from 'vitest';
import { deploymentOf, podOf, prompt } from './prompt';

describe('what a cluster serves', () => {
  it('api-resources lists resources by group and name, in the columns of the real one', () => {
    const { type } = prompt();
    const { stdout } = type('kubectl api-resources --api-group=batch');
    expect(stdout).toEqual([
      'NAME       SHORTNAMES   APIVERSION   NAMESPACED   KIND',
      'cronjobs   cj           batch/v1     true         CronJob',
      'jobs                    batch/v1     true         Job',
    ]);
    expect(type('kubectl api-resources --namespaced=false -o name').stdout).toContain(
      'storageclasses.storage.k8s.io',
    );
    expect(type('kubectl api-resources --sort-by=kind --no-headers').stdout[0]).toMatch(
      /ControllerRevision$/,
    );
    expect(type('kubectl api-resources x').stderr[0]).toBe('error: unexpected arguments: [x]');
    expect(type('kubectl api-resources -o nope').stderr).toEqual([
      'error: unable to match a printer suitable for the output format "nope", allowed formats are: json,name,wide,yaml',
    ]);
  });

  it('api-versions are in order, version is the release that is modelled', () => {
    const { type } = prompt();
    expect(type('kubectl api-versions').stdout).toEqual([...type('kubectl api-versions').stdout].sort());
    expect(type('kubectl version --client').stdout).toEqual([
      'Client Version: v1.37.2',
      'Kustomize Version: v5.8.1',
    ]);
    expect(type('kubectl version x').stderr).toEqual(['error: extra arguments: [x]']);
  });
});

describe('help', () => {
  it('kubectl alone lists its verbs and is no mistake; a word that is none names similar ones', () => {
    const { type } = prompt();
    expect(type('kubectl')).toEqual(type('kubectl help'));
    expect(type('kubectl').exit).toBe(0);
    expect(type('kubectl --help').stdout).toEqual(type('kubectl').stdout);
    expect(type('kubectl help get').stdout).toEqual(type('kubectl get --help').stdout);
    expect(type('kubectl help rollout undo').stdout).toEqual(type('kubectl rollout undo --help').stdout);
    expect(type('kubectl help nope').stderr).toEqual(['Unknown help topic [`nope`]']);
  });

  it('says of a verb that is left out that it is not modelled', () => {
    const { type } = prompt();
    expect(type('kubectl port-forward web 80').stderr[0]).toMatch(
      /^error: not modelled in Podium: kubectl port-forward; these are: /,
    );
  });

  it('every verb of kubectl is there or said to be left out', () => {
    const { type } = prompt();
    const all =
      'alpha annotate api-resources api-versions apply attach auth autoscale certificate cluster-info completion config cordon cp create debug delete describe diff drain edit events exec explain expose get help kuberc kustomize label logs options patch plugin port-forward proxy replace rollout run scale set taint top uncordon version wait';
    for (const verb of all.split(' '))
      expect(type(`kubectl ${verb} --help`).stderr.join('\n')).not.toContain('unknown command');
  });
});

describe('kubectl config', () => {
  it('keeps the namespace of the lines that follow', () => {
    const { type } = prompt({ 'pod.yaml': podOf('p') });
    type('kubectl create namespace shop');
    expect(type('kubectl config set-context --current --namespace=shop').stdout).toEqual([
      'Context "podium" modified.',
    ]);
    type('kubectl apply -f pod.yaml');
    expect(type('kubectl get pods -o name').stdout).toEqual(['pod/p']);
    expect(type('kubectl get pods -n default').stderr).toEqual(['No resources found in default namespace.']);
    expect(type("kubectl config view --minify -o jsonpath='{..namespace}'").stdout).toEqual(['shop']);
    expect(type('kubectl config get-contexts').stdout[1]).toBe(
      '*         podium   podium    podium     shop',
    );
  });

  it('refuses what it has not', () => {
    const { type } = prompt();
    expect(type('kubectl config use-context nope').stderr).toEqual([
      'error: no context exists with the name: "nope"',
    ]);
    expect(type('kubectl config set-context').stderr).toEqual([
      'error: you must specify a non-empty context name or --current',
    ]);
    expect(type('kubectl config set users.x.token y').stderr[0]).toMatch(/^error: not modelled in Podium/);
  });
});

describe('kubectl events', () => {
  it('lists Events of a namespace, of a type, about an object, the latest last', () => {
    const { type, wait } = prompt({ 'web.yaml': deploymentOf('web', 1) });
    expect(type('kubectl events').stderr).toEqual(['No events found in default namespace.']);
    type('kubectl apply -f web.yaml');
    wait(3);
    const { stdout } = type('kubectl events --for deployment/web');
    expect(stdout).toEqual([
      'LAST SEEN   TYPE     REASON              OBJECT           MESSAGE',
      expect.stringMatching(
        /^3s {10}Normal {3}ScalingReplicaSet {3}Deployment\/web {3}Scaled up replica set web-/,
      ),
    ]);
    expect(type('kubectl events --types=Warning').stderr).toEqual(['No events found in default namespace.']);
    expect(type('kubectl events --types=x').stderr).toEqual(['error: valid --types are Normal or Warning']);
    expect(type('kubectl events --for web').stderr).toEqual(['error: --for must be in resource/name form']);
  });

  it('goes on with what comes', () => {
    const { shell, cluster } = prompt({ 'web.yaml': deploymentOf('web', 1) });
    const line = shell.start('kubectl events -w');
    shell.start('kubectl apply -f web.yaml');
    for (let i = 0; i < 400 && line.waits; i++) {
      cluster.step();
      line.resume();
    }
    expect(line.printed.filter(({ text }) => text.includes('Scheduled'))).toHaveLength(1);
  });
});

describe('kubectl top', () => {
  it('shows what the metrics API says, by Pod and by node', () => {
    const { type, wait, cluster } = prompt({ 'a.yaml': podOf('a'), 'b.yaml': podOf('b') });
    type('kubectl apply -f a.yaml');
    type('kubectl apply -f b.yaml');
    wait(3);
    expect(type('kubectl top pods').stderr).toEqual(['error: metrics not available yet']);
    cluster.do({
      verb: 'metrics',
      usage: { a: { cpu: '250m', memory: '64Mi' }, b: { cpu: '1', memory: '32Mi' } },
    });
    expect(type('kubectl top pods --sort-by=cpu --sum').stdout).toEqual([
      'NAME   CPU(cores)   MEMORY(bytes)   ',
      'b      1000m        32Mi            ',
      'a      250m         64Mi            ',
      '       ________     ________        ',
      '       1250m        96Mi            ',
    ]);
    expect(type('kubectl top node --no-headers').stdout[0]).toMatch(
      /^node-1 {3}1250m {3}\d+% +96Mi +\d+% +$/,
    );
    expect(type('kubectl top pod a --containers').stdout[1]).toMatch(/^a {5}app {4}250m/);
  });

  it('fails where no metrics-server is', () => {
    const { type } = prompt({}, { metricsServer: false });
    expect(type('kubectl top pods')).toEqual({
      stdout: [],
      stderr: ['error: Metrics API not available'],
      exit: 1,
    });
  });
});
