import { describe, expect, it } from 'vitest';
import { readLine } from '@/lib/kubectl/shell-line';
import { deploymentOf, podOf, prompt } from './prompt';

describe('A line is split as a shell splits it', () => {
  const one = (...commands: string[][]) => [{ on: 'always', commands }];
  it.each<[string, object[]]>([
    ['a  b\tc', one(['a', 'b', 'c'])],
    [`-p '{"a": 1}'`, one(['-p', '{"a": 1}'])],
    ['"a \\" b" c\\ d', one(['a " b', 'c d'])],
    ["''", one([''])],
    ['a | b|c', one(['a'], ['b'], ['c'])],
    ['a # b', one(['a'])],
    ['a#b', one(['a#b'])],
    ['a; b', [...one(['a']), ...one(['b'])]],
    ['a;', one(['a'])],
    [
      'a && b || c',
      [...one(['a']), { on: 'success', commands: [['b']] }, { on: 'failure', commands: [['c']] }],
    ],
    ['a > b', [{ on: 'always', commands: [['a']], into: { path: 'b', adds: false } }]],
    ['a>>b', [{ on: 'always', commands: [['a']], into: { path: 'b', adds: true } }]],
    ['a < b', [{ on: 'always', commands: [['a']], from: 'b' }]],
    ['', []],
  ])('%s', (line, steps) => {
    expect(readLine(line)).toEqual({ ok: true, steps });
  });

  it.each(["'open", '"open', 'a >', 'a > | b', 'a &', 'a |', '| a', '; a', 'a &&', 'a $(b)', 'a << EOF'])(
    '%s is no line of this prompt',
    (line) => {
      expect(readLine(line).ok).toBe(false);
      expect(prompt().type(line).exit).toBe(2);
    },
  );
});

describe('Several commands in a line', () => {
  it('run as their operators say', () => {
    const { type } = prompt();
    expect(type('echo a; echo b && echo c || echo d').stdout).toEqual(['a', 'b', 'c']);
    expect(type('kubectl get pod x || echo d').stdout).toEqual(['d']);
    expect(type('kubectl get pod x && echo d')).toMatchObject({ stdout: [], exit: 1 });
  });

  it('write into files and read from them', () => {
    const { type } = prompt();
    expect(type('kubectl create deployment web --image=app:v1 --dry-run=client -o yaml > web.yaml')).toEqual({
      stdout: [],
      stderr: [],
      exit: 0,
    });
    expect(type('cat web.yaml | grep kind').stdout).toEqual(['kind: Deployment']);
    expect(type('cat web.yaml | kubectl apply -f -').stdout).toEqual(['deployment.apps/web created']);
    expect(type('kubectl apply -f - < web.yaml').stdout).toEqual(['deployment.apps/web unchanged']);
    expect(type('echo x >> web.yaml; cat web.yaml | tail -1').stdout).toEqual(['x']);
    expect(type('ls').stdout).toEqual(['web.yaml']);
    expect(type('cat nope')).toMatchObject({ stderr: ['cat: nope: No such file or directory'], exit: 1 });
    expect(type('kubectl apply -f - < nope')).toMatchObject({
      stderr: ['bash: nope: No such file or directory'],
    });
  });

  it('hand the output of one kubectl to another', () => {
    const { type } = prompt({ 'a.yaml': podOf('a') });
    type('kubectl create -f a.yaml');
    expect(type('kubectl get pod a -o yaml | kubectl delete -f -').stdout).toEqual([
      'pod "a" deleted from default namespace',
    ]);
  });
});

describe('A word that is no verb', () => {
  it.each([
    ['kubectl frobnicate', ['error: unknown command "frobnicate" for "kubectl"']],
    [
      'kubectl gte pods',
      ['error: unknown command "gte" for "kubectl"', '', 'Did you mean this?', '\tget', '\tset', ''],
    ],
  ])('%s is answered as cobra does', (line, stderr) => {
    const { stderr: said, exit } = prompt().type(line);
    expect(exit).toBe(1);
    expect(said[0]).toBe(stderr[0]);
    if (stderr.length > 1) expect(said).toContain('Did you mean this?');
  });

  it('is found wherever flags stand', () => {
    const { type } = prompt();
    expect(type('kubectl -n kube-system get pods').stderr).toEqual([
      'No resources found in kube-system namespace.',
    ]);
    expect(type('kubectl --namespace=kube-system get pods').exit).toBe(0);
  });

  it('says what else there is when it is another program', () => {
    expect(prompt().type('helm install')).toMatchObject({
      stderr: ['not modelled in Podium: helm; these are: kubectl, cat, ls, echo, sleep'],
      exit: 127,
    });
  });

  it('is nothing on an empty line', () => {
    expect(prompt().type('   ')).toEqual({ stdout: [], stderr: [], exit: 0 });
  });
});

describe('Flags are read as pflag reads them', () => {
  it.each([
    ['kubectl get pods --nope', 'unknown flag: --nope'],
    ['kubectl get pods -Z', "unknown shorthand flag: 'Z' in -Z"],
    ['kubectl get pods -wZ', "unknown shorthand flag: 'Z' in -Z"],
    ['kubectl get pods -o', "flag needs an argument: 'o' in -o"],
    ['kubectl get pods --output', 'flag needs an argument: --output'],
    [
      'kubectl get pods --watch=maybe',
      'invalid argument "maybe" for "-w, --watch" flag: strconv.ParseBool: parsing "maybe": invalid syntax',
    ],
    ['kubectl get pods --=x', 'bad flag syntax: --=x'],
  ])('%s', (line, says) => {
    expect(prompt().type(line)).toEqual({
      stdout: [],
      stderr: [`error: ${says}`, "See 'kubectl get --help' for usage."],
      exit: 1,
    });
  });

  it.each([
    [
      'kubectl scale deploy x --replicas=many',
      'invalid argument "many" for "--replicas" flag: strconv.ParseInt: parsing "many": invalid syntax',
    ],
    ['kubectl scale deploy x --replicas=99999999999999999999', 'value out of range'],
    ['kubectl delete pod x --timeout=5', 'time: missing unit in duration "5"'],
    ['kubectl delete pod x --timeout=soon', 'time: invalid duration "soon"'],
    ['kubectl scale deploy x', 'required flag(s) "replicas" not set'],
  ])('%s', (line, says) => {
    const { stderr, exit } = prompt().type(line);
    expect(exit).toBe(1);
    expect(stderr[0]).toContain(says);
  });

  it('takes a short flag with its value joined, with =, or as the next word', () => {
    const { type } = prompt({ 'a.yaml': podOf('a') });
    type('kubectl create -f a.yaml');
    for (const flag of ['-oname', '-o=name', '-o name', '--output name', '--output=name'])
      expect(type(`kubectl get pods ${flag}`).stdout).toEqual(['pod/a']);
  });
});

describe('A line that takes time', () => {
  it('ends when what it waits for is there, and moves the clock no further', () => {
    const { type, wait, cluster } = prompt({
      'a.yaml': podOf('a', {
        terminationGracePeriodSeconds: 5,
        containers: [{ name: 'app', image: 'app:v1', args: ['stubborn'] }],
      }),
    });
    type('kubectl create -f a.yaml');
    wait(3);
    const before = cluster.nowMs;
    expect(type('kubectl delete pod a').stdout).toEqual(['pod "a" deleted from default namespace']);
    expect(cluster.nowMs - before).toBeGreaterThan(4_900);
    expect(cluster.nowMs - before).toBeLessThan(7_500);
  });

  it('can be stepped by whoever has the clock, and interrupted', () => {
    const { shell, cluster, type, wait } = prompt({ 'web.yaml': deploymentOf('web') });
    const line = shell.start('kubectl get deployments -w');
    expect(line.waits).toEqual({ for: 'change' });
    expect(line.printed).toEqual([]);
    type('kubectl apply -f web.yaml');
    line.resume();
    expect(line.printed.map(({ text }) => text)).toEqual([
      'NAME   READY   UP-TO-DATE   AVAILABLE   AGE',
      'web    0/2     0            0           0s',
    ]);
    wait(5);
    line.resume();
    expect(line.printed.at(-1)?.text).toMatch(/^web {4}2\/2 {5}2 {12}2 {11}\ds$/);
    line.interrupt();
    expect(line).toMatchObject({ exit: 130, waits: undefined });
    expect(cluster.reading.find('Deployment', 'default', 'web')).toBeDefined();
  });

  it('leaves commands that replay to the same journal', () => {
    const { type, cluster } = prompt({ 'web.yaml': deploymentOf('web') });
    for (const line of [
      'kubectl apply -f web.yaml',
      'kubectl scale deploy web --replicas=3',
      'kubectl delete deploy web',
    ])
      type(line);
    const again = prompt().cluster;
    for (const { atMs, command } of cluster.commands) {
      again.run(atMs);
      again.do(command);
    }
    again.run(cluster.nowMs);
    expect(again.journal).toEqual(cluster.journal);
  });
});

describe('A pipe', () => {
  const { type } = prompt({
    'all.yaml': ['c', 'a', 'b'].map((name) => JSON.stringify(podOf(name))).join('\n---\n'),
  });
  type('kubectl create -f all.yaml');
  it.each<[string, string[], number]>([
    ['kubectl get pods -o name | grep b', ['pod/b'], 0],
    ['kubectl get pods -o name | grep x', [], 1],
    ['kubectl get pods -o name | grep -v b', ['pod/a', 'pod/c'], 0],
    ['kubectl get pods -o name | grep -c pod', ['3'], 0],
    ["kubectl get pods -o name | grep -E 'a|b'", ['pod/a', 'pod/b'], 0],
    ['kubectl get pods -o name | grep "a\\|b"', ['pod/a', 'pod/b'], 0],
    ['kubectl get pods -o name | head -1', ['pod/a'], 0],
    ['kubectl get pods -o name | head -n 2 | tail -n 1', ['pod/b'], 0],
    ['kubectl get pods -o name | tail -n +2', ['pod/b', 'pod/c'], 0],
    ['kubectl get pods -o name | wc -l', ['3'], 0],
    ['kubectl get pods -o name | sort -r', ['pod/c', 'pod/b', 'pod/a'], 0],
    ['kubectl get pods --no-headers | wc -l', ['3'], 0],
  ])('%s', (line, stdout, exit) => {
    expect(type(line)).toEqual({ stdout, stderr: [], exit });
  });

  it.each([
    ['kubectl get pods | jq .', 127, 'not modelled in Podium: jq behind a pipe; these are: grep,'],
    ['kubectl get pods | grep -P x', 2, 'not modelled in Podium: grep -P'],
    ['kubectl get pods | grep', 2, 'usage: grep'],
    ["kubectl get pods | grep -E '('", 2, 'Unmatched ( or \\('],
    ['kubectl get pods | head -n x', 1, "head: invalid number of lines: 'x'"],
  ])('%s says that it can not', (line, exit, says) => {
    const outcome = type(line);
    expect(outcome.exit).toBe(exit);
    expect(outcome.stderr[0]).toContain(says);
  });

  it('lets what goes wrong pass by', () => {
    expect(type('kubectl get pod x | grep x')).toEqual({
      stdout: [],
      stderr: ['Error from server (NotFound): pods "x" not found'],
      exit: 1,
    });
  });
});
