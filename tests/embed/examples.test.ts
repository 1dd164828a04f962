import { describe, expect, it } from 'vitest';
import { Cluster } from '@/lib/cluster/cluster';
import { getExamples } from '@/lib/course/examples';
import { asNodeCount, type Example, emptyScenario, exampleScenario, playNodes } from '@/lib/lab/examples';
import { runLimits } from '@/lib/lab/limits';
import { permits } from '@/lib/lab/permits';
import { optionsOf } from '@/lib/lab/story';
import { locales } from '@/lib/text';

const examples = getExamples();
/** Every tenth of a second is looked at; this one is only played to its opening, for it is large. */
const large = 'thousand-pods';

function example(id: string): Example {
  const found = examples.find((one) => one.id === id);
  if (!found) throw new Error(`no example ${id}`);
  return found;
}

/** Plays an example up to a moment. */
function played({ commands, ...rest }: Example, untilMs: number) {
  const cluster = new Cluster(optionsOf(exampleScenario({ commands, ...rest })));
  const refused: string[] = [];
  for (const { atMs, command } of commands.filter((one) => one.atMs <= untilMs)) {
    if (atMs > cluster.nowMs) cluster.run(atMs);
    const done = cluster.do(command);
    if (!done.ok) refused.push(done.status.message);
  }
  cluster.run(untilMs);
  return { cluster, refused };
}

/** An object as a test looks at it. */
interface Seen {
  readonly metadata: { readonly name: string };
  readonly spec?: { readonly nodeName?: string };
  readonly status?: {
    readonly phase?: string;
    readonly desiredReplicas?: number;
    readonly conditions?: readonly {
      readonly type: string;
      readonly status: string;
      readonly reason: string;
    }[];
    readonly containerStatuses?: readonly { readonly restartCount: number }[];
  };
  readonly endpoints?: readonly unknown[];
}

const listed = (cluster: Cluster, kind: string): readonly Seen[] =>
  cluster.reading.list(kind) as unknown as readonly Seen[];
const at = (id: string, kind: string, untilMs = example(id).pauseAtMs) =>
  listed(played(example(id), untilMs).cluster, kind);
const pods = (id: string, untilMs?: number) => at(id, 'Pod', untilMs);
const isReady = ({ status }: Seen) =>
  status?.conditions?.find(({ type }) => type === 'Ready')?.status === 'True';
const phases = (id: string, untilMs?: number) => pods(id, untilMs).map(({ status }) => status?.phase);
const reasons = (kind: string, id: string, untilMs?: number) =>
  at(id, kind, untilMs).flatMap(({ status }) => status?.conditions?.map(({ reason }) => reason) ?? []);

describe('the examples of the playground', () => {
  it('are at least ten, with an id of their own, and a title and a sentence in each language', () => {
    expect(examples.length).toBeGreaterThanOrEqual(10);
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
    for (const { title, sentence, id } of examples) {
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      for (const locale of locales) {
        expect(title[locale].length, id).toBeGreaterThan(2);
        expect(sentence[locale].length, id).toBeGreaterThan(10);
        expect(title[locale], id).not.toMatch(/[.。!！]$/);
      }
    }
  });

  it.each(examples)(
    '$id asks for nothing that a reader could not ask for',
    ({ commands, nodes, openAtMs, pauseAtMs }) => {
      expect(commands.length).toBeLessThanOrEqual(runLimits.commands);
      for (const { command } of commands)
        expect(permits('any', command, {}) || permits('kubectl', command, {}), JSON.stringify(command)).toBe(
          true,
        );
      expect(nodes).toBe(asNodeCount(nodes));
      expect(pauseAtMs).toBeGreaterThan(openAtMs);
    },
  );

  it.each(examples.filter(({ id }) => id !== 'budget-and-drain'))(
    'the API server refuses nothing of $id',
    (one) => {
      expect(played(one, one.id === large ? one.openAtMs : one.pauseAtMs).refused).toEqual([]);
    },
  );
});

describe('what an example says is what happens', () => {
  it('a Deployment with a Service: three Ready Pods are three endpoints', () => {
    const slices = at('deployment-and-service', 'EndpointSlice');
    expect(slices.flatMap(({ endpoints }) => endpoints ?? [])).toHaveLength(3);
  });

  it('a stuck rollout: three old Pods are Ready, and the deadline is passed 30 s after the last progress', () => {
    expect(pods('stuck-rollout').filter(isReady)).toHaveLength(3);
    expect(reasons('Deployment', 'stuck-rollout', 39_000)).not.toContain('ProgressDeadlineExceeded');
    expect(reasons('Deployment', 'stuck-rollout')).toContain('ProgressDeadlineExceeded');
  });

  it('a StatefulSet with claims: one Pod is left, and three claims', () => {
    expect(pods('statefulset-claims').map(({ metadata }) => metadata.name)).toEqual(['db-0']);
    expect(at('statefulset-claims', 'PersistentVolumeClaim')).toHaveLength(3);
  });

  it('a DaemonSet and a taint: four Pods before, three after, none on node-4', () => {
    expect(phases('daemonset-taint', 7_900)).toHaveLength(4);
    const nodes = pods('daemonset-taint').map(({ spec }) => spec?.nodeName);
    expect(nodes.sort()).toEqual(['node-1', 'node-2', 'node-3']);
  });

  it('a Job whose Pods fail: given up after the third', () => {
    expect(phases('job-failures')).toEqual(['Failed', 'Failed', 'Failed']);
    expect(reasons('Job', 'job-failures')).toContain('BackoffLimitExceeded');
  });

  it('a CronJob each minute: three Jobs that completed are kept of five', () => {
    expect(at('cronjob-each-minute', 'Job', 59_000)).toHaveLength(0);
    expect(at('cronjob-each-minute', 'Job')).toHaveLength(3);
  });

  it('an HPA under load: the load is that of Pods that are there, and four are asked for', () => {
    const names = pods('hpa-load', 20_000).map(({ metadata }) => metadata.name);
    for (const { command } of example('hpa-load').commands)
      if (command.verb === 'metrics') expect(Object.keys(command.usage).sort()).toEqual([...names].sort());
    const [hpa] = at('hpa-load', 'HorizontalPodAutoscaler');
    expect(hpa?.status?.desiredReplicas).toBe(4);
  });

  it('a budget and a drain: one eviction of three is refused, and both Pods have left node-1', () => {
    const { refused, cluster } = played(example('budget-and-drain'), 32_000);
    expect(refused).toEqual([expect.stringContaining('disruption budget')]);
    const left = listed(cluster, 'Pod');
    expect(left.filter(isReady)).toHaveLength(4);
    expect(new Set(left.map(({ spec }) => spec?.nodeName))).toEqual(new Set(['node-2']));
  });

  it('a silent node: NotReady when 50 s have passed, its Pod replaced five minutes after that', () => {
    const ready = (untilMs: number) => {
      const node = at('silent-node', 'Node', untilMs).find(({ metadata }) => metadata.name === 'node-2');
      return node?.status?.conditions?.find(({ type }) => type === 'Ready')?.status;
    };
    expect([ready(55_000), ready(70_000)]).toEqual(['True', 'Unknown']);
    expect(pods('silent-node', 355_000)).toHaveLength(3);
    expect(pods('silent-node', 380_000).filter(isReady)).toHaveLength(3);
  });

  it('readiness that fails: all three Pods run, and two are Ready', () => {
    expect(phases('unready-endpoint')).toEqual(['Running', 'Running', 'Running']);
    expect(pods('unready-endpoint').filter(isReady)).toHaveLength(2);
  });

  it('a program that keeps ending: one Pod, started again three times or more', () => {
    const found = pods('crash-loop');
    expect(found).toHaveLength(1);
    expect(found[0]?.status?.containerStatuses?.[0]?.restartCount).toBeGreaterThanOrEqual(3);
  });

  it('a Pod that fits nowhere: two run, the third is Pending', () => {
    expect(phases('fits-nowhere').sort()).toEqual(['Pending', 'Running', 'Running']);
  });

  it('1,000 Pods: all are asked for when it opens, and run at its pause', () => {
    const running = phases(large).filter((phase) => phase === 'Running');
    expect(running).toHaveLength(1_000);
  });
});

describe('an empty playground', () => {
  const caption = { en: 'x', zh: 'x' };

  it('has from 1 to 50 nodes, whatever is asked for', () => {
    expect([-3, 0, 1, 2.4, 50, 51, Number.POSITIVE_INFINITY, Number.NaN].map(asNodeCount)).toEqual([
      1,
      1,
      1,
      2,
      50,
      50,
      50,
      playNodes.usual,
    ]);
  });

  it('holds nothing but its nodes', () => {
    const scenario = emptyScenario(50, caption);
    const { reading } = new Cluster(optionsOf(scenario));
    expect(reading.list('Node')).toHaveLength(50);
    expect(reading.list('Pod')).toHaveLength(0);
    expect(scenario.subject).toBeUndefined();
  });
});
