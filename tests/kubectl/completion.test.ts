import { describe, expect, it } from 'vitest';
import { completionOf } from '@/lib/kubectl/completion';
import { deploymentOf, podOf, prompt } from './prompt';

function playground() {
  const { cluster, type, wait, shell } = prompt(
    { 'web.yaml': deploymentOf('web', 1), 'pod.yaml': podOf('solo', {}, { app: 'solo' }) },
    { nodes: [{ name: 'node-1' }, { name: 'node-2' }] },
  );
  type('kubectl apply -f web.yaml');
  type('kubectl apply -f pod.yaml');
  type('kubectl create namespace shop');
  wait(3);
  const folder = {
    read: () => '',
    list: (path: string) => (path === '.' ? ['pod.yaml', 'web.yaml'] : undefined),
  };
  const at = { reading: cluster.reading, folder, namespace: shell.namespace };
  return (line: string) => completionOf(line, line.length, at).choices;
}

describe('what can stand at the cursor', () => {
  const choices = playground();

  it.each([
    ['kub', ['kubectl']],
    ['kubectl ro', ['rollout']],
    ['kubectl rollout ', ['history', 'pause', 'restart', 'resume', 'status', 'undo']],
    ['kubectl get deploy', ['deployments']],
    ['kubectl get pods,deploy', ['pods,deployments']],
    ['kubectl get deployments ', ['web']],
    ['kubectl get deploy/', ['deploy/web']],
    ['kubectl get ns ', ['default', 'kube-node-lease', 'kube-public', 'kube-system', 'shop']],
    ['kubectl get pods -n sh', ['shop']],
    ['kubectl get pods -n kube-system ', []],
    ['kubectl get pods --namespace=sh', ['--namespace=shop']],
    ['kubectl get --show-l', ['--show-labels']],
    ['kubectl get pods -o js', ['json', 'jsonpath=']],
    ['kubectl get pods -l app=s', ['app=solo']],
    ['kubectl delete pods solo so', []],
    ['kubectl delete po sol', ['solo']],
    ['kubectl apply -f ', ['pod.yaml', 'web.yaml']],
    ['kubectl apply --filename=w', ['--filename=web.yaml']],
    ['kubectl logs sol', ['solo']],
    ['kubectl logs solo ', ['app']],
    ['kubectl exec solo -c ', ['app']],
    ['kubectl exec solo -- /a', []],
    ['kubectl drain node-', ['node-1', 'node-2']],
    ['kubectl taint ', ['nodes']],
    ['kubectl taint nodes node-2', []],
    ['kubectl rollout restart dep', ['deployments']],
    ['kubectl explain pods.spec.restart', ['pods.spec.restartPolicy']],
    ['kubectl get pods | gr', ['grep']],
    ['kubectl get pods; kubectl get dep', ['deployments']],
    ['cat w', ['web.yaml']],
    ['kubectl get "dep', ['deployments']],
    ['kubectl nope ', []],
    ['nope ', ['pod.yaml', 'web.yaml']],
  ])('%s', (line, expected) => {
    expect(choices(line)).toEqual(expected);
  });

  it('says where the word begins that it stands for', () => {
    const { cluster, shell } = prompt();
    const around = {
      reading: cluster.reading,
      folder: { read: () => '', list: () => [] },
      namespace: shell.namespace,
    };
    expect(completionOf('kubectl get po -A', 14, around)).toEqual({
      from: 12,
      choices: ['poddisruptionbudgets', 'pods'],
    });
    expect(completionOf('', 0, around)).toEqual({
      from: 0,
      choices: ['cat', 'echo', 'kubectl', 'ls', 'sleep'],
    });
  });
});
