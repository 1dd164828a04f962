import { performance } from 'node:perf_hooks';
import { Cluster } from '../lib/cluster/cluster';
import type { Pod } from '../lib/cluster/objects';
import { isReady } from '../lib/cluster/pods';
import { completionOf } from '../lib/kubectl/completion';
import { folderOf } from '../lib/kubectl/folder';
import { Shell } from '../lib/kubectl/shell';

/** A line answers within this on a cluster of 1,000 Pods, ms. */
const targetMs = 20;
const pods = 1_000;
const rounds = 21;

const deployment = (name: string, replicas: number, image = 'app:v1') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}}}
    spec: {containers: [{name: app, image: "${image}"}]}
`;

/** Lines of every sort, with POD for the name of a Pod. Those that change something change it each time. */
const lines = [
  'kubectl get pods',
  'kubectl get pods -o wide',
  'kubectl get pods -A --show-labels',
  'kubectl get pods -o yaml',
  'kubectl get pods -o json',
  'kubectl get pods -o name',
  "kubectl get pods -o jsonpath='{.items[*].metadata.name}'",
  'kubectl get pods -o custom-columns=NAME:.metadata.name,NODE:.spec.nodeName',
  'kubectl get pods --sort-by=.metadata.name',
  'kubectl get pods -l app=web --field-selector=status.phase=Running',
  'kubectl get all',
  'kubectl get pod POD',
  'kubectl get pod POD -o yaml',
  'kubectl get nodes,deploy,rs,svc',
  'kubectl get events',
  'kubectl get endpoints',
  'kubectl get pods | grep web | wc -l',
  'kubectl describe pod POD',
  'kubectl describe deploy web',
  'kubectl describe node node-1',
  'kubectl describe svc web',
  'kubectl events --for deployment/web',
  'kubectl top pods',
  'kubectl logs deploy/web',
  'kubectl exec POD -- /app touch /tmp/x',
  'kubectl apply -f web.yaml',
  'kubectl apply -f web.yaml --server-side --force-conflicts',
  'kubectl apply -f web.yaml --dry-run=server',
  'kubectl scale deploy web --replicas=ROUND',
  'kubectl set image deploy/web app=app:vROUND',
  'kubectl label pods -l app=web round=ROUND --overwrite',
  'kubectl annotate deploy web round=ROUND --overwrite',
  `kubectl patch deploy web -p '{"spec":{"minReadySeconds":ROUND}}'`,
  'kubectl rollout status deploy/web --watch=false',
  'kubectl rollout history deploy/web',
  'kubectl rollout undo deploy/web --dry-run=server',
  'kubectl create deployment nROUND --image=app:v1',
  'kubectl run rROUND --image=app:v1',
  'kubectl expose deploy web --port=80 --name=sROUND',
  'kubectl delete pod POD --wait=false',
  'kubectl cordon node-1',
  'kubectl explain pods.spec.containers',
  'kubectl explain deployment --recursive',
  'kubectl api-resources',
  'kubectl',
] as const;

/** Lines that print or write 1,000 Pods whole: they are shown, but held to no target. */
const isLong = (line: string): boolean => /^kubectl (label pods -l|get pods -o (yaml|json)$)/.test(line);

/** A cluster on which everything is ready; each measured line gets a copy of it. */
function playground(): Cluster {
  const nodes = Array.from({ length: 12 }, (_, i) => ({ name: `node-${i + 1}`, cpu: '64', memory: '256Gi' }));
  const cluster = new Cluster({ seed: 1, nodes });
  const shell = new Shell(cluster, folderOf({ 'web.yaml': deployment('web', pods) }));
  shell.run('kubectl apply -f web.yaml', cluster);
  shell.run('kubectl expose deploy web --port=80', cluster);
  const ready = () => cluster.reading.list<Pod>('Pod').filter(isReady).length;
  while (ready() < pods && cluster.nowMs < 600_000) cluster.run(cluster.nowMs + 1000);
  cluster.run(cluster.nowMs + 20_000);
  return cluster;
}

const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.floor((sorted.length - 1) * p)] ?? 0;

/** What kubectl's lines and Tab cost on a cluster of 1,000 Pods, from the line to its answer; the cluster's own work after it is not counted. */
export function benchKubectl(): boolean {
  const cluster = playground();
  const heads = ['CPU median', 'wall median', 'wall p90', 'lines out'];
  console.log(`kubectl on ${pods} Pods, ${rounds} times each; the target is ${targetMs} ms of CPU a line\n`);
  console.log(`${'ms'.padEnd(76)}${heads.map((cell) => cell.padStart(12)).join('')}`);
  let slow = 0;
  for (const line of lines) {
    const { cpu, wall, printed } = measured(cluster, line);
    const median = percentile(cpu, 0.5);
    const isSlow = median > targetMs && !isLong(line);
    if (isSlow) slow++;
    const times = [median, percentile(wall, 0.5), percentile(wall, 0.9)].map((ms) => ms.toFixed(1));
    const cells = [...times, String(printed)].map((cell) => cell.padStart(12)).join('');
    console.log(`${line.padEnd(76)}${cells}${isSlow ? '  over' : isLong(line) ? '  long' : ''}`);
  }
  const around = { reading: cluster.reading, folder: folderOf({}), namespace: 'default' };
  const began = performance.now();
  for (let i = 0; i < rounds; i++) completionOf('kubectl delete pod web-', 23, around);
  console.log(
    `\nTab behind "kubectl delete pod web-": ${((performance.now() - began) / rounds).toFixed(1)} ms`,
  );
  console.log(slow > 0 ? `${slow} lines are over ${targetMs} ms` : `every line is within ${targetMs} ms`);
  return slow === 0;
}

function measured(cluster: Cluster, line: string) {
  const names = cluster.reading.list<Pod>('Pod').map(({ metadata }) => metadata.name);
  const copy = cluster.copy();
  const shell = new Shell(copy, folderOf({ 'web.yaml': deployment('web', pods) }));
  const cpu: number[] = [];
  const wall: number[] = [];
  let printed = 0;
  for (let round = 0; round < rounds; round++) {
    const typed = line.replaceAll('POD', names[round] ?? '').replaceAll('ROUND', String(round + 3));
    const began = performance.now();
    const used = process.cpuUsage();
    const running = shell.start(typed);
    const { user, system } = process.cpuUsage(used);
    wall.push(performance.now() - began);
    cpu.push((user + system) / 1000);
    printed = running.printed.length;
    running.interrupt();
  }
  const inOrder = (times: number[]) => times.sort((a, b) => a - b);
  return { cpu: inOrder(cpu), wall: inOrder(wall), printed };
}
