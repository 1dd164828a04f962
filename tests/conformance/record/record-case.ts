import type { WriteEntry } from '@/lib/cluster/journal';
import { kindOf } from '@/lib/cluster/keys';
import type { Event, KubeObject, Pod } from '@/lib/cluster/objects';
import { doneBy, saidBy } from '@/lib/conformance/happened';
import { stateOf } from '@/lib/conformance/look-at';
import { Names } from '@/lib/conformance/names';
import type { CaseSteps } from '@/lib/conformance/play-case';
import type { CaseRecording, CaseStep, Step } from '@/lib/conformance/recording';
import { commandOf, isRefusal } from '@/lib/conformance/steps';
import type { Api } from './api';
import { modelMs } from './clock';
import { type Around, run } from './command';
import type { Mirror } from './mirror';
import type { Nodes } from './nodes';

export interface Real {
  readonly api: Api;
  readonly mirror: Mirror;
  readonly nodes: Nodes;
  readonly metricsAt: string | undefined;
}

const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const longestMs = 60_000;

/** How long nothing must happen until a step counts as over: longer than the controller itself waits between its looks. */
const quietMsOf = (steps: CaseSteps['steps']): number => {
  const hasClaims = steps.some(
    ({ do: { apply, create } }) => 'volumeClaimTemplates' in ((apply ?? create)?.spec ?? {}),
  );
  const kinds = new Set(steps.map(({ do: { apply, create } }) => (apply ?? create)?.kind));
  if (hasClaims || kinds.has('HorizontalPodAutoscaler')) return 2600;
  return kinds.has('Job') || kinds.has('CronJob') ? 1900 : 1000;
};

/** Plays a case's steps on a real cluster, in a namespace of its own, and writes down what happened. */
export async function recordCase(real: Real, recording: CaseSteps): Promise<CaseRecording> {
  const namespace = `case-${Math.random().toString(36).slice(2, 10)}`;
  await real.api.post(real.api.path('Namespace', undefined), { metadata: { name: namespace } });
  const one = new Recorder(real, namespace, quietMsOf(recording.steps));
  try {
    const steps: CaseStep[] = [];
    for (const { do: step } of recording.steps) steps.push(await one.step(step, recording.observe ?? {}));
    return { ...recording, steps };
  } finally {
    await one.end();
  }
}

class Recorder {
  private readonly names = new Names();
  private readonly beganMs = Date.now();
  private readonly objects = new Map<string, KubeObject>();
  private readonly uids = new Map<string, string>();
  private entries: WriteEntry[] = [];
  private lastMs = Date.now();
  private readonly around: Around;

  constructor(
    private readonly real: Real,
    private readonly namespace: string,
    private readonly quietMs: number,
  ) {
    const pod = (name: string) => this.list<Pod>('Pod').find(({ metadata }) => metadata.name === name);
    this.around = { ...real, namespace, pod };
    real.mirror.listen(namespace, (entry) => {
      this.entries.push(entry);
      this.lastMs = Date.now();
      const { kind, metadata } = (entry.after ?? entry.before) as KubeObject;
      this.uids.set(`${kind}/${metadata.name}`, metadata.uid);
      if (entry.after) this.objects.set(entry.key, entry.after);
      else this.objects.delete(entry.key);
    });
  }

  async step(step: Step, observe: NonNullable<CaseRecording['observe']>): Promise<CaseStep> {
    const doneAt = this.seconds();
    const cluster = { reading: { list: this.list }, nowMs: modelMs() };
    const command = commandOf(cluster, this.names, step);
    this.lastMs = Date.now();
    if (isRefusal(command)) throw new Error(`${JSON.stringify(step)}: ${command.refused.message}`);
    const refused = command && (await run(command, this.around));
    await this.untilQuiet(step);
    const writes = this.entries.sort((a, b) => a.sequence - b.sequence).map((entry) => this.asDefault(entry));
    this.entries = [];
    for (const { after } of writes) if (after) this.names.see(after);
    return {
      do: step,
      at: [doneAt, this.seconds()],
      ...(refused && { refused }),
      done: writes.flatMap((entry) => doneBy(entry, this.names)),
      events: writes.flatMap((entry) => saidBy(entry, this.names)),
      after: stateOf(cluster, this.names, observe),
    };
  }

  async end(): Promise<void> {
    const { api, mirror, namespace } = { ...this.real, namespace: this.namespace };
    mirror.silence(namespace);
    const own = api.path('Namespace', undefined, namespace);
    await api.delete(own);
    for (let i = 0; i < 60 && (await api.get(own)).code === 200; i++) {
      await api.delete(api.path('Pod', namespace), { gracePeriodSeconds: 0 });
      for (const kind of ['Pod', 'ReplicaSet', 'Deployment', 'Job']) {
        const { body } = await api.get(api.path(kind, namespace));
        for (const { metadata } of body.items as KubeObject[])
          if (metadata.finalizers?.length && metadata.deletionTimestamp)
            await api.patch(api.path(kind, namespace, metadata.name), 'merge', {
              metadata: { finalizers: null },
            });
      }
      await sleep(500);
    }
  }

  private list = <Kind extends KubeObject>(kind: string): Kind[] =>
    [...this.objects.entries()].flatMap(([key, object]) => (kindOf(key) === kind ? [object as Kind] : []));

  private seconds = (): number => Math.round((Date.now() - this.beganMs) / 10) / 100;

  private async untilQuiet({ wait, waitUntilSecond }: Step): Promise<void> {
    if (wait !== undefined) await sleep(wait * 1000);
    if (waitUntilSecond !== undefined)
      await sleep((60_000 + waitUntilSecond * 1000 - (Date.now() % 60_000)) % 60_000);
    const from = Date.now();
    while (Date.now() - Math.max(this.lastMs, from) < this.quietMs && Date.now() - from < longestMs)
      await sleep(20);
  }

  /** The case's namespace is `default` in what a recording says; the taint controller's Events know only their Pod's name. */
  private asDefault(entry: WriteEntry): WriteEntry {
    if (kindOf(entry.key) !== 'Event') return entry;
    const said: WriteEntry = JSON.parse(JSON.stringify(entry).replaceAll(this.namespace, 'default'));
    const { involvedObject } = (said.after ?? said.before) as Event;
    if (involvedObject.uid || !said.after) return said;
    const { kind, name } = involvedObject;
    const uid = this.uids.get(`${kind}/${name}`) ?? '';
    return { ...said, after: { ...said.after, involvedObject: { ...involvedObject, uid } } as KubeObject };
  }
}
