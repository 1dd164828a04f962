import { Cluster } from '@/lib/cluster/cluster';
import { journalHash } from '@/lib/cluster/journal-hash';
import { completionOf } from '@/lib/kubectl/completion';
import { globalFlags } from '@/lib/kubectl/flags/sets';
import { folderOf } from '@/lib/kubectl/folder';
import { resources } from '@/lib/kubectl/resources';
import { advance, Shell } from '@/lib/kubectl/shell';
import { isGroup, type Verb, type VerbGroup } from '@/lib/kubectl/verb';
import { verbs } from '@/lib/kubectl/verbs';
import { deploymentOf, podOf } from './prompt';

/** Numbers by chance from a seed. Source: mulberry32, of the public domain. */
function chance(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const labelled = (kind: string, apiVersion: string, name: string, spec: object) => ({
  apiVersion,
  kind,
  metadata: { name, labels: { app: name } },
  spec,
});
const template = (name: string, restartPolicy = 'Always', args: readonly string[] = []) => ({
  metadata: { labels: { app: name } },
  spec: { restartPolicy, containers: [{ name: 'app', image: 'app:v1', args }] },
});
const owner = (name: string) => ({ selector: { matchLabels: { app: name } }, template: template(name) });

const everything = [
  labelled('StatefulSet', 'apps/v1', 'set', { serviceName: 'set', replicas: 2, ...owner('set') }),
  labelled('DaemonSet', 'apps/v1', 'every', owner('every')),
  labelled('Job', 'batch/v1', 'once', { template: template('once', 'Never', ['exit', '0', '1']) }),
  labelled('CronJob', 'batch/v1', 'clock', {
    schedule: '* * * * *',
    jobTemplate: { spec: { template: template('clock', 'Never', ['exit', '1', '0']) } },
  }),
  labelled('HorizontalPodAutoscaler', 'autoscaling/v2', 'web', {
    maxReplicas: 5,
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
  }),
  labelled('PodDisruptionBudget', 'policy/v1', 'web', {
    minAvailable: 1,
    selector: { matchLabels: { app: 'web' } },
  }),
  labelled('PersistentVolumeClaim', 'v1', 'web', {
    accessModes: ['ReadWriteOnce'],
    resources: { requests: { storage: '1Gi' } },
  }),
];

const files = {
  'web.yaml': JSON.stringify(deploymentOf('web', 2)),
  'pod.yaml': JSON.stringify(podOf('solo', {}, { app: 'solo' })),
  'all.yaml': `${JSON.stringify(deploymentOf('web', 3))}\n---\n${everything.map((one) => JSON.stringify(one)).join('\n---\n')}`,
  'broken.yaml': 'apiVersion: v1\nkind: Pod\n  metadata: [\n',
  'several.yaml':
    'apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n---\n- 1\n---\nkind: 3\n---\nnull\n---\n{}\n',
  'empty.yaml': '',
  'noise.yaml': '\u0000\ufffd: *a\n&a [*a, !!binary x]\n? - {',
  'patch.json': '[{"op":"replace","path":"/spec/replicas","value":3}]',
};

interface Named {
  readonly path: string;
  readonly verb: Verb;
}

const named = (path: string, one: Verb | VerbGroup): readonly Named[] =>
  isGroup(one)
    ? [
        ...(one.alone ? [{ path, verb: one.alone }] : []),
        ...Object.entries(one.children).flatMap(([name, child]) => named(`${path} ${name}`, child)),
      ]
    : [{ path, verb: one }];

const all = Object.entries(verbs).flatMap(([name, verb]) => named(name, verb));

const words = [
  ...resources.flatMap(({ plural, singular, shortNames, kind, group }) => [
    plural,
    singular,
    kind,
    ...shortNames,
    `${plural}.${group}`,
  ]),
  ...'all web solo node-1 default kube-system shop svc/web deploy/web pod/solo pods/nope deploy/ /x a/b/c pods,deploy all,pdb secrets crd'.split(
    ' ',
  ),
  ...'app=web app!=web key- a=b a= =b app=web:NoSchedule app=v2 app=app:v1 *=x x-- 5 -1 0 1e9 50% 2147483648 true'.split(
    ' ',
  ),
  ...Object.keys(files),
  '*.yaml',
  '.',
  '..',
  '-',
  '--',
  '"',
  "''",
  '{}',
  '{.metadata.name}',
  "'{.items[*].metadata.name}'",
  '/app',
  'test',
  '/tmp/x',
  'echo',
  'sleep',
  '3',
  '💥',
  '\u0000',
  'ÄÖ',
  '__proto__',
  'constructor',
  'toString',
  'a'.repeat(300),
  '%s%n',
  '\\',
  '$(x)',
  '`x`',
  `'{"spec":{"replicas":3}}'`,
  `'[{"op":"remove","path":"/metadata/labels"}]'`,
  `'{"metadata":{"labels":null}}'`,
  "'{'",
  'null',
];
const values = [
  ...words,
  ...'json yaml wide name jsonpath= jsonpath={.x} jsonpath={range custom-columns=A:.b custom-columns= go-template=x client server none 5s 1h -3s 10 0 background foreground orphan delete create condition=Ready condition= jsonpath={.status.phase}=Running Normal OnFailure Never merge json strategic cpu=1 cpu=100m,memory=64Mi a,b,c'.split(
    ' ',
  ),
  "'!app'",
  "'app in (web, solo)'",
  "'app in ('",
  'metadata.name=web',
  'status.phase!=Running',
  'x.y=z',
  'RollingUpdate',
  '0 * * * *',
];
const tails = [
  '',
  '',
  '',
  '',
  '',
  '| grep web',
  '| grep -vc x',
  '| wc -l',
  '| sort -k2 -n',
  '| head -3',
  '| tail -n +2',
  '| grep -E "(a|b)+"',
  '| nope',
  '| kubectl apply -f -',
  '> out.yaml',
  '>> out.yaml',
  '< web.yaml',
  '; kubectl get pods',
  '&& ls',
  '|| echo no',
  '| | x',
  '&',
  '>',
  '| grep "["',
];

/** Lines that make sense, with places for words that may. */
const sensible =
  `get TYPE|get TYPE NAME|get TYPE -o OUT|get TYPE NAME -o OUT|get TN|get TYPE -A --show-labels|get TYPE -l SEL|get TYPE --sort-by=PATH
get TYPE -L app,tier --no-headers|get all -o wide|get TYPE -w|get events --field-selector=involvedObject.name=NAME|get -f FILE -o OUT|get TYPE,TYPE -o name
describe TYPE|describe TYPE NAME|describe TN|describe TYPE -l SEL|describe -f FILE
apply -f FILE|apply -f FILE --server-side --force-conflicts|apply -f FILE DRY -o OUT|apply -f .|create -f FILE DRY|create -f FILE -o OUT
create deployment NEW --image=IMAGE --replicas=N|create job NEW --image=IMAGE -- echo hi|create job NEW --from=cronjob/NAME|create cronjob NEW --image=IMAGE --schedule=CRON
create service clusterip NEW --tcp=N:N|create service nodeport NEW --tcp=80|create namespace NEW DRY|create pdb NEW --selector=SEL --min-available=N|create quota NEW
run NEW --image=IMAGE|run NEW --image=IMAGE --restart=Never -- sleep N|run NEW --image=IMAGE --labels=app=web DRY -o OUT|run NEW --image=IMAGE --port=80 --expose
delete TYPE NAME|delete TN|delete TN --wait=false|delete TYPE -l SEL|delete TYPE --all|delete -f FILE|delete pod NAME --force --grace-period=0|delete TN --cascade=orphan
scale TYPE NAME --replicas=N|scale TN --replicas=N --current-replicas=N|scale -f FILE --replicas=N|autoscale TYPE NAME --min=N --max=N --cpu=50%|autoscale TN --max=N
edit TYPE NAME|edit TN -o OUT|patch TYPE NAME -p PATCH|patch TN --type=merge -p PATCH|patch TN --type=json -p JSONPATCH|patch TN --patch-file=patch.json --type=json
set image TN app=IMAGE|set image TYPE --all "*=IMAGE"|set resources TN --limits=cpu=100m --requests=memory=N|set env TN A=b C-|set env TN --list|set selector TN SEL
label TYPE NAME KV|label TN KV --overwrite|label TYPE --all app-|annotate TN KV|annotate TYPE NAME KV --overwrite DRY
rollout status TN --timeout=2s|rollout history TN|rollout history TN --revision=N|rollout undo TN|rollout undo TN --to-revision=N|rollout pause TN|rollout resume TN|rollout restart TYPE
expose TN --port=N|expose TYPE NAME --port=80 --target-port=N --name=NEW --type=NodePort|expose pod NAME --port=80
taint nodes NODE k=v:NoSchedule|taint nodes NODE k-|taint node --all k=v:NoExecute|cordon NODE|uncordon NODE|drain NODE --ignore-daemonsets --force --timeout=3s
logs TN|logs NAME -p|logs -l SEL --prefix|logs -f NAME|logs NAME --all-containers --timestamps --tail=N|exec TN -- /app test /x|exec NAME -- /app touch /x|exec NAME -- /app sleep N
top TYPE|top pod NAME|top node --sort-by=cpu|events|events --for TN|events -w|wait --for=condition=Ready TN --timeout=2s|wait --for=delete TN --timeout=1s
wait --for=jsonpath=PATH=N TN --timeout=1s|explain TYPE|explain TYPE.spec|explain TYPE.spec.template --recursive|api-resources -o wide|config set-context --current --namespace=NS|version|help get`.split(
    /[|\n]/,
  );

const slots: Readonly<Record<string, readonly string[]>> = {
  TYPE: resources.flatMap(({ plural, singular, shortNames }) => [plural, singular, ...shortNames]),
  NAME: ['web', 'solo', 'node-1', 'set', 'once', 'clock', 'every', 'new-1', 'default', 'nope'],
  NEW: ['new-1', 'new-2', 'web', 'New_3'],
  TN: [
    'deploy/web',
    'pod/solo',
    'svc/web',
    'sts/set',
    'ds/every',
    'job/once',
    'cj/clock',
    'rs/web',
    'node/node-1',
    'ns/shop',
    'pod/set-0',
    'deploy/new-1',
    'hpa/web',
    'pdb/web',
  ],
  NODE: ['node-1', 'node-2', 'nope'],
  NS: ['default', 'shop', 'nope', 'kube-system'],
  OUT: [
    'yaml',
    'json',
    'name',
    'wide',
    'jsonpath={.metadata.name}',
    'jsonpath=\'{range .items[*]}{.metadata.name}{"\\n"}{end}\'',
    'custom-columns=N:.metadata.name,I:.spec.x[0].y',
    'go-template=x',
  ],
  SEL: ['app=web', 'app!=web', "'app in (web,solo)'", "'!app'", 'app', 'app=', '=x'],
  DRY: ['--dry-run=client', '--dry-run=server', '', '--dry-run'],
  FILE: [
    'web.yaml',
    'pod.yaml',
    'all.yaml',
    'all.yaml',
    'broken.yaml',
    'several.yaml',
    'noise.yaml',
    'empty.yaml',
    'out.yaml',
    '-',
  ],
  N: ['0', '1', '2', '3', '5', '80', '-1', 'x'],
  IMAGE: ['app:v1', 'app:v2', 'nginx', 'localhost:1/x', 'app:broken', 'UPPER', '""'],
  CRON: ["'*/1 * * * *'", "'@hourly'", "'x'"],
  KV: ['tier=x', 'app=web', 'tier-', 'a.b/c=d', 'bad key=x', '=', 'x=y=z'],
  PATH: ['.metadata.name', '{.spec.replicas}', '.status.x', '{.a[0]}', "'{.items[?(@.x==1)]}'", '{'],
  PATCH: [
    `'{"spec":{"replicas":3}}'`,
    `'{"metadata":{"labels":{"a":null,"b":"c"}}}'`,
    `'{"spec":null}'`,
    `'{"spec":{"template":{"spec":{"containers":[{"name":"app","image":"app:v3"}]}}}}'`,
    `'[]'`,
    `'spec: {paused: true}'`,
    `'{"spec":{"containers":{}}}'`,
    `'{"metadata":5}'`,
  ],
  JSONPATCH: [
    `'[{"op":"replace","path":"/spec/replicas","value":1}]'`,
    `'[{"op":"remove","path":"/metadata/name"}]'`,
    `'[{"op":"add","path":"/spec/x/-","value":{}}]'`,
    `'{}'`,
    `'[{"op":"test","path":"","value":1}]'`,
  ],
};

const filled = (template: string, pick: <T>(from: readonly T[]) => T): string =>
  template.replace(/[A-Z]{1,9}/g, (slot) => pick(slots[slot] ?? [slot]));

/** A line that makes sense, one made of kubectl's grammar, or noise. */
function lineOf(next: () => number): string {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const kind = next();
  if (kind < 0.03)
    return Array.from({ length: Math.floor(next() * 60) }, () =>
      String.fromCodePoint(next() < 0.8 ? 32 + Math.floor(next() * 95) : Math.floor(next() * 0x10000)),
    ).join('');
  let line = kind < 0.7 ? `kubectl ${filled(pick(sensible), pick)}` : fromGrammar(next, pick);
  if (next() < 0.05) line += ` -n ${pick(slots.NS ?? [])}`;
  if (next() < 0.15) line += ` ${pick(tails)}`;
  while (next() < 0.05) {
    const at = Math.floor(next() * line.length);
    const put = pick(['', ' ', "'", '"', '-', '=', '/', ',', '\t', '\n', 'x']);
    line = line.slice(0, at) + put + line.slice(at + Math.floor(next() * 3));
  }
  return line;
}

function fromGrammar(next: () => number, pick: <T>(from: readonly T[]) => T): string {
  const { path, verb } = pick(all);
  const parts = ['kubectl', path];
  for (let left = Math.floor(next() * 4); left > 0; left--) parts.push(pick(words));
  const flags = next() < 0.1 ? globalFlags : verb.flags;
  for (let left = flags.length > 0 ? Math.floor(next() * 4) : 0; left > 0; left--) {
    const { name, short, kind } = pick(flags);
    const head = short && next() < 0.4 ? `-${short}` : `--${name}`;
    const value = pick(values);
    const shape = next();
    parts.push(kind === 'bool' && shape < 0.8 ? head : shape < 0.6 ? `${head}=${value}` : `${head} ${value}`);
  }
  return parts.join(' ');
}

export const linesEach = 50;
/** How long a line may wait in the cluster's own time, ms. */
const patienceMs = 5_000;
/** A line that answers after this is endless for who typed it, ms. */
const longestMs = 5_000;

const options = { nodes: [{ name: 'node-1' }, { name: 'node-2' }] };

export interface Session {
  readonly lines: number;
  readonly failed: number;
}

/** Types lines made from a seed, one after the other, on one cluster. Throws for what no line may do. */
export function session(seed: number): Session {
  const next = chance(seed);
  const cluster = new Cluster({ seed, ...options });
  const folder = folderOf(files);
  const shell = new Shell(cluster, folder);
  shell.run('kubectl apply -f web.yaml -f pod.yaml', cluster);
  if (seed % 4 > 0)
    shell.run(
      'kubectl apply -f all.yaml; kubectl create ns shop; kubectl expose deploy web --port 80',
      cluster,
    );
  cluster.run(cluster.nowMs + 3_000);
  let failed = 0;
  for (let i = 0; i < linesEach; i++) {
    const line = lineOf(next);
    try {
      if (typed(line, shell, cluster) !== 0) failed++;
      const at = Math.floor(next() * (line.length + 1));
      completionOf(line, at, { reading: cluster.reading, folder, namespace: shell.namespace });
      cluster.run(cluster.nowMs + Math.floor(next() * 1_000));
    } catch (error) {
      throw new Error(
        `seed ${seed}, line ${i}: ${JSON.stringify(line)}: ${error instanceof Error ? error.stack : error}`,
      );
    }
  }
  if (seed % 20 === 0) replayed(cluster, seed);
  return { lines: linesEach, failed };
}

/** One line to its end; its exit code. */
function typed(line: string, shell: Shell, cluster: Cluster): number {
  const began = performance.now();
  const limitMs = cluster.nowMs + patienceMs;
  const running = shell.start(line);
  for (let turns = 0; running.exit === undefined; turns++) {
    if (turns > 1_000) throw new Error('waits for ever at one moment');
    advance(running, cluster, limitMs);
    if (running.waits?.for === 'editor')
      running.resume(running.waits.text.replace('replicas: 2', 'replicas: 1'));
    else running.interrupt();
  }
  const tookMs = performance.now() - began;
  if (tookMs > longestMs) throw new Error(`took ${Math.round(tookMs)} ms`);
  const { exit, printed } = running;
  if (!Number.isInteger(exit) || exit < 0 || exit > 255) throw new Error(`ended with ${exit}`);
  for (const { text, stream } of printed) {
    if (stream === 'stdout' && text.includes('\n'))
      throw new Error(`printed several lines as one: ${JSON.stringify(text)}`);
    const wrong = /\[object \w+\]|\bundefined\b|\bNaN\b/.exec(text);
    if (wrong && !line.includes(wrong[0])) throw new Error(`printed ${JSON.stringify(text)}`);
  }
  return exit;
}

/** The commands that lines came to are the whole save file: the same commands make the same journal. */
function replayed(cluster: Cluster, seed: number): void {
  const again = new Cluster({ seed, ...options });
  for (const { atMs, command } of cluster.commands) {
    again.run(atMs);
    again.do(command);
  }
  again.run(cluster.nowMs);
  if (journalHash(again.journal) !== journalHash(cluster.journal))
    throw new Error(`seed ${seed}: replays differently`);
}
