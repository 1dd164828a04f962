import { describe, expect, it } from 'vitest';
import { web } from '../cluster/web';
import { deploymentOf, podOf, prompt } from './prompt';

/** What kubectl v1.37.2 printed on a control plane v1.37.2. */
const start = () => {
  const at = prompt({ 'd.yaml': deploymentOf('d'), 'a.yaml': podOf('a'), 'b.yaml': podOf('b') });
  for (const file of ['d', 'a', 'b']) at.type(`kubectl apply -f ${file}.yaml`);
  return at;
};

describe('kubectl', () => {
  it.each<[string, { stdout?: string[]; stderr?: string[]; exit?: number }]>([
    [
      "kubectl patch deploy d -p 'x: [1'",
      {
        stderr: [`error: unable to parse "x: [1": yaml: line 1: did not find expected ',' or ']'`],
        exit: 1,
      },
    ],
    [
      "kubectl patch deploy d -p 'x: {a: 1,'",
      {
        stderr: ['error: unable to parse "x: {a: 1,": yaml: line 1: did not find expected node content'],
        exit: 1,
      },
    ],
    [
      "kubectl patch deploy d -p 'x: {a: 1'",
      {
        stderr: [`error: unable to parse "x: {a: 1": yaml: line 1: did not find expected ',' or '}'`],
        exit: 1,
      },
    ],
    [`kubectl patch deploy d -p '{"kind":"Pod"}'`, { stdout: ['deployment.apps/d patched (no change)'] }],
    ['kubectl get hpa.v1.autoscaling', { stderr: ['No resources found in default namespace.'] }],
    [
      'kubectl get pods.v1',
      { stderr: ['error: the server doesn\'t have a resource type "pods" in group "v1"'], exit: 1 },
    ],
    ['kubectl get po.v1. a -o name', { stdout: ['pod/a'] }],
    [
      'kubectl rollout status pods',
      { stderr: ['a', 'b'].map(() => 'no status viewer has been implemented for Pod'), exit: 1 },
    ],
    [
      'kubectl label --local -f a.yaml x=y -o jsonpath={.metadata}',
      { stdout: ['{"labels":{"x":"y"},"name":"a"}'] },
    ],
  ])('%s', (line, { stdout = [], stderr = [], exit = 0 }) => {
    const at = start();
    if (line.endsWith('pods')) {
      at.type('kubectl delete deploy d');
      at.wait(60);
    }
    expect(at.type(line)).toEqual({ stdout, stderr, exit });
  });

  it('tells which object was waited for in vain', () => {
    const { type } = prompt({ 's.yaml': web(2) }, { nodes: [] });
    type('kubectl apply -f s.yaml');
    expect(type('kubectl scale sts web --replicas=3 --timeout=1s').stderr).toEqual([
      'error: timed out waiting for "web" to be synced',
    ]);
  });

  it('top alone says on stderr what may follow', () => {
    const { stdout, stderr, exit } = start().type('kubectl top');
    expect([stdout.length, stderr.length > 0, exit]).toEqual([0, true, 1]);
  });
});

describe('curl', () => {
  it('gives up when it is told to', () => {
    const { type, wait } = prompt({
      'a.yaml': podOf('a', {
        containers: [{ name: 'c', image: 'curlimages/curl', args: ['sleep', 'infinity'] }],
      }),
    });
    type('kubectl apply -f a.yaml');
    wait(4);
    expect(type('kubectl exec a -- curl -m 2 10.244.77.5').stderr).toEqual([
      'curl: (28) Connection timed out after 2001 milliseconds',
      'command terminated with exit code 28',
    ]);
  });
});
