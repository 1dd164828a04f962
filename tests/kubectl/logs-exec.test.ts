import { describe, expect, it } from 'vitest';
import { deploymentOf, podOf, prompt } from './prompt';

describe('kubectl logs', () => {
  it('shows what a container said and nothing of one that says nothing', () => {
    const { type, wait } = prompt({ 'pod.yaml': podOf('quiet') });
    type('kubectl run hi --image=busybox --restart=Never -- echo hello there');
    type('kubectl apply -f pod.yaml');
    wait(4);
    expect(type('kubectl logs hi')).toEqual({ stdout: ['hello there'], stderr: [], exit: 0 });
    expect(type('kubectl logs quiet')).toEqual({ stdout: [], stderr: [], exit: 0 });
    expect(type('kubectl logs hi --timestamps').stdout[0]).toMatch(
      /^2026-01-01T00:00:0\d\.000000000Z hello there$/,
    );
    expect(type('kubectl logs hi --limit-bytes=5').stdout).toEqual(['hello']);
    expect(type('kubectl logs hi --tail=0').stdout).toEqual([]);
    expect(type('kubectl logs hi --prefix').stdout).toEqual(['[pod/hi/hi] hello there']);
  });

  it('says that it does not know what an unknown image writes', () => {
    const { type, wait } = prompt();
    type('kubectl run n --image=nginx');
    wait(4);
    expect(type('kubectl logs n').stderr).toEqual([
      'not modelled in Podium: what nginx writes; what /app and echo write is',
    ]);
  });

  it('has the line of the test program that finds no file, also of the instance before', () => {
    const pod = {
      restartPolicy: 'Always',
      containers: [{ name: 'app', image: 'app:v1', args: ['test', '/no'] }],
    };
    const { type, wait } = prompt({ 'pod.yaml': podOf('p', pod) });
    type('kubectl apply -f pod.yaml');
    wait(3);
    expect(type('kubectl logs p').stdout).toEqual(['no /no']);
    wait(20);
    expect(type('kubectl logs p --previous').stdout).toEqual(['no /no']);
  });

  it("refuses with the kubelet's words before there is an instance", () => {
    const { type, wait } = prompt({
      'pod.yaml': podOf('p', { containers: [{ name: 'app', image: 'localhost:1/x' }] }),
    });
    type('kubectl apply -f pod.yaml');
    wait(2);
    expect(type('kubectl logs p').stderr).toEqual([
      `Error from server (BadRequest): container "app" in pod "p" is waiting to start: ${"image can't be pulled"}`,
    ]);
    expect(type('kubectl logs p -p').stderr).toEqual([
      'Error from server (BadRequest): previous terminated container "app" in pod "p" not found',
    ]);
    expect(type('kubectl logs p -c x').stderr).toEqual([
      'error: container x is not valid for pod p out of: app',
    ]);
    expect(type('kubectl logs nope').stderr).toEqual([
      'error: error from server (NotFound): pods "nope" not found in namespace "default"',
    ]);
  });

  it('takes the first of several Pods and says so; -f ends when the container does', () => {
    const { type, wait, cluster } = prompt({ 'web.yaml': deploymentOf('web', 2) });
    type('kubectl apply -f web.yaml');
    wait(3);
    expect(type('kubectl logs deploy/web').stderr[0]).toMatch(/^Found 2 pods, using pod\/web-/);
    type('kubectl run s --image=app:v1 --restart=Never -- sleep 10');
    wait(2);
    const from = cluster.nowMs;
    expect(type('kubectl logs -f s').exit).toBe(0);
    expect(cluster.nowMs - from).toBeGreaterThan(5000);
    expect(cluster.nowMs - from).toBeLessThan(15_000);
  });

  it('says which container it took of several', () => {
    const containers = ['a', 'b'].map((name) => ({ name, image: 'app:v1' }));
    const { type, wait } = prompt({ 'pod.yaml': podOf('two', { containers }) });
    type('kubectl apply -f pod.yaml');
    wait(3);
    expect(type('kubectl logs two').stderr).toEqual(['Defaulted container "a" out of: a, b']);
    expect(type('kubectl logs two --all-containers').stderr).toEqual([]);
  });

  it('refuses flags that contradict each other', () => {
    const { type } = prompt({ 'pod.yaml': podOf('p') });
    type('kubectl apply -f pod.yaml');
    expect(type('kubectl logs p x -c x').stderr).toEqual([
      'error: only one of -c or an inline [CONTAINER] arg is allowed',
    ]);
    expect(type('kubectl logs p --tail=-2').stderr).toEqual([
      'error: --tail must be greater than or equal to -1',
    ]);
    expect(type('kubectl logs p --all-containers -c x').stderr).toEqual([
      'error: --all-containers=true should not be specified with container name x',
    ]);
  });
});

describe('kubectl exec', () => {
  const running = () => {
    const it = prompt({ 'web.yaml': deploymentOf('web', 1) });
    it.type('kubectl apply -f web.yaml');
    it.wait(3);
    return it;
  };

  it('runs a command in the container, prints what it prints and ends as it ends', () => {
    const { type } = running();
    expect(type('kubectl exec deploy/web -- /app test /tmp/x')).toEqual({
      stdout: ['no /tmp/x'],
      stderr: ['command terminated with exit code 1'],
      exit: 1,
    });
    expect(type('kubectl exec deploy/web -- /app touch /tmp/x').exit).toBe(0);
    expect(type('kubectl exec deploy/web -- /app test /tmp/x')).toEqual({ stdout: [], stderr: [], exit: 0 });
  });

  it('takes the time that the command takes, and ends with Ctrl-C', () => {
    const { type, cluster, shell } = running();
    const from = cluster.nowMs;
    type('kubectl exec deploy/web -- /app sleep 3');
    expect(cluster.nowMs - from).toBe(3000);
    const line = shell.start('kubectl exec deploy/web -- /app pause');
    expect(line.waits).toEqual({ for: 'change' });
    line.interrupt();
    expect(line.exit).toBe(130);
  });

  it('is a command of the log, so that it replays', () => {
    const { type, cluster } = running();
    type('kubectl exec deploy/web -- /app touch /tmp/x');
    expect(cluster.commands.at(-1)?.command).toMatchObject({
      verb: 'exec',
      command: ['/app', 'touch', '/tmp/x'],
    });
  });

  it('refuses a program that the image has not, a Pod that has ended, and the old form', () => {
    const { type, wait } = running();
    expect(type('kubectl exec deploy/web -- ls').stderr[0]).toMatch(
      /^error: Internal error occurred: error executing command in container: .*exec: "ls": executable file not found in \$PATH: unknown$/,
    );
    type('kubectl run done --image=app:v1 --restart=Never -- exit 0 0');
    wait(4);
    expect(type('kubectl exec done -- /app').stderr).toEqual([
      'error: cannot exec into a container in a completed pod; current phase is Succeeded',
    ]);
    expect(type('kubectl exec done /app').stderr[0]).toBe(
      'error: exec [POD] [COMMAND] is not supported anymore. Use exec [POD] -- [COMMAND] instead',
    );
    expect(type('kubectl exec').stderr).toEqual(['error: pod, type/name or --filename must be specified']);
    expect(type('kubectl exec done').stderr).toEqual([
      'error: you must specify at least one command for the container',
    ]);
  });
});
