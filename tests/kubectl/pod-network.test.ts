import { describe, expect, it } from 'vitest';
import { deploymentOf, podOf, prompt } from './prompt';

const port = (containerPort: number, more: object = {}) => ({ containerPort, ...more });
const twins = (image = 'app:v1') => ({
  containers: ['a', 'b'].map((name) => ({ name, image, args: ['serve', '8080'], ports: [port(8080)] })),
});
const duplicate =
  'Warning: spec.containers[1].ports[0]: duplicate port definition with spec.containers[0].ports[0]';

describe('what the API server warns of', () => {
  it('is a port that two containers define, and the Pod is made all the same', () => {
    const { type } = prompt({ 'pod.yaml': podOf('twins', twins()) });
    expect(type('kubectl apply -f pod.yaml')).toEqual({
      stdout: ['pod/twins created'],
      stderr: [duplicate],
      exit: 0,
    });
    expect(type('kubectl label pod twins a=b').stderr).toEqual([]);
  });

  it('is said with the path in a template, and not again of a change beside the spec', () => {
    const template = { metadata: { labels: { app: 'd' } }, spec: twins() };
    const { type } = prompt({ 'd.yaml': deploymentOf('d', 1, { template }) });
    expect(type('kubectl create -f d.yaml').stderr).toEqual([
      duplicate.replaceAll('spec.containers', 'spec.template.spec.containers'),
    ]);
    expect(type('kubectl label deployment d a=b').stderr).toEqual([]);
  });

  it('is said again when the workload is scaled, and once a line', () => {
    const template = { metadata: { labels: { app: 'd' } }, spec: twins() };
    const { type } = prompt({
      'd.yaml': deploymentOf('d', 1, { template }),
      'e.yaml': deploymentOf('e', 1, { template: { ...template, metadata: { labels: { app: 'e' } } } }),
    });
    const said = [duplicate.replaceAll('spec.containers', 'spec.template.spec.containers')];
    expect(type('kubectl apply -f d.yaml -f e.yaml').stderr).toEqual(said);
    expect(type('kubectl scale deployment d --replicas=2').stderr).toEqual(said);
  });

  it('is an error of kubectl if it is told so', () => {
    const { type } = prompt({ 'pod.yaml': podOf('twins', twins()) });
    expect(type('kubectl apply -f pod.yaml --warnings-as-errors')).toEqual({
      stdout: ['pod/twins created'],
      stderr: [duplicate, 'error: 1 warning received'],
      exit: 1,
    });
    expect(type('kubectl get pods -o name --warnings-as-errors').exit).toBe(0);
  });

  it('tells apart what is the same, what overlaps and what is ambiguous', () => {
    const warned = (...ports: object[]) => {
      const { type } = prompt({
        'pod.yaml': podOf('p', { containers: [{ name: 'a', image: 'app:v1', ports }] }),
      });
      return type('kubectl apply -f pod.yaml').stderr;
    };
    expect(warned(port(53), port(53, { protocol: 'UDP' }))).toEqual([]);
    expect(warned(port(80), port(80, { hostPort: 80 }))).toEqual([
      'Warning: spec.containers[0].ports[1]: overlapping port definition with spec.containers[0].ports[0]',
    ]);
    expect(warned(port(80, { hostPort: 1 }), port(80, { hostPort: 1, hostIP: '10.0.0.1' }))).toEqual([
      'Warning: spec.containers[0].ports[1]: dangerously ambiguous port definition with spec.containers[0].ports[0]',
    ]);
  });
});

describe('kubectl logs', () => {
  it('has what a server said that could not listen, and nothing of one that was broken', () => {
    const { type, wait } = prompt({ 'pod.yaml': podOf('twins', twins()) });
    type('kubectl apply -f pod.yaml');
    wait(3);
    expect(type('kubectl logs twins -c b').stdout).toEqual([
      'listen tcp :8080: bind: address already in use',
    ]);
    expect(type('kubectl logs twins -c b --previous').stdout).toEqual([
      'listen tcp :8080: bind: address already in use',
    ]);
    expect(type('kubectl logs twins -c a').stdout).toEqual([]);
  });
});

describe('a client in a container', () => {
  const started = (at: string) => {
    const pod = podOf('web', {
      containers: [
        { name: 'main', image: 'app:v1', args: ['serve', at] },
        { name: 'side', image: 'curlimages/curl', args: ['sleep', 'infinity'] },
      ],
    });
    const made = prompt({ 'web.yaml': pod, 'other.yaml': podOf('other') });
    made.type('kubectl apply -f web.yaml -f other.yaml');
    made.wait(4);
    const [ip = ''] = made.type("kubectl get pod web -o jsonpath='{.status.podIP}'").stdout;
    return { ...made, ip };
  };

  it('reaches its neighbour at localhost, and from another Pod at the address of the Pod', () => {
    const { type, ip } = started('8080');
    expect(type('kubectl exec web -c side -- curl -s localhost:8080').stdout[0]).toMatch(
      /^web from 127\.0\.0\.1:\d+$/,
    );
    expect(type(`kubectl exec other -- /app get http://${ip}:8080/`).stdout[0]).toMatch(
      /^web from 10\.244\./,
    );
    expect(type('kubectl exec other -- /app get http://localhost:8080/')).toEqual({
      stdout: ['Get "http://localhost:8080/": dial tcp 127.0.0.1:8080: connect: connection refused'],
      stderr: ['command terminated with exit code 1'],
      exit: 1,
    });
  });

  it('is refused from outside what is bound to 127.0.0.1', () => {
    const { type, ip } = started('127.0.0.1:8080');
    expect(type('kubectl exec web -c side -- curl localhost:8080').exit).toBe(0);
    expect(type(`kubectl exec other -- /app get http://${ip}:8080/`).exit).toBe(1);
    expect(type(`kubectl exec web -c side -- curl ${ip}:8080`)).toEqual({
      stdout: [],
      stderr: [
        `curl: (7) Failed to connect to ${ip} port 8080 after 0 ms: Could not connect to server`,
        'command terminated with exit code 7',
      ],
      exit: 7,
    });
  });
});
