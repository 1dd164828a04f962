import type { WriteEntry } from '@/lib/cluster/journal';
import { keyOf } from '@/lib/cluster/keys';
import type { EndpointSlice, Event, KubeObject } from '@/lib/cluster/objects';
import { toldKinds } from '@/lib/conformance/happened';
import type { Api } from './api';

/** What is watched: everything that a recording tells of. */
const watched = [...toldKinds, 'EndpointSlice', 'Event'] as const;

type Listener = (entry: WriteEntry) => void;

/** Watches a real cluster and tells each namespace's writes to whoever asked, in the journal's form. */
export class Mirror {
  private listeners = new Map<string, Listener>();
  private before = new Map<string, KubeObject>();

  constructor(private readonly api: Api) {}

  async start(): Promise<void> {
    await Promise.all(watched.map((kind) => this.follow(kind)));
  }

  listen(namespace: string, listener: Listener): void {
    this.listeners.set(namespace, listener);
  }

  silence(namespace: string): void {
    this.listeners.delete(namespace);
    for (const key of this.before.keys()) if (key.includes(`/${namespace}/`)) this.before.delete(key);
  }

  private async follow(kind: string): Promise<void> {
    const path = this.api.path(kind, undefined);
    const { body } = await this.api.get(path);
    let { resourceVersion } = body.metadata as { resourceVersion: string };
    void (async () => {
      for (;;)
        for await (const { type, object } of this.api.watch(path, resourceVersion)) {
          if (type === 'ERROR') throw new Error(`the watch of ${kind} ended: ${JSON.stringify(object)}`);
          resourceVersion = (object as KubeObject).metadata.resourceVersion;
          if (type !== 'BOOKMARK') this.tell(type, asModelled(object));
        }
    })();
  }

  private tell(type: string, object: KubeObject): void {
    const listener = this.listeners.get(object.metadata.namespace ?? '');
    if (!listener) return;
    const key = keyOf(object);
    const before = this.before.get(key);
    if (type === 'DELETED') this.before.delete(key);
    else this.before.set(key, object);
    const gone = type === 'DELETED';
    if (gone && !before) return;
    listener({
      type: 'write',
      key,
      sequence: Number(object.metadata.resourceVersion),
      atMs: Date.now(),
      cause: { by: '' },
      ...(before && { before }),
      ...(!gone && { after: object }),
    });
  }
}

/** What the API server writes as null or leaves out, the model has as a list or a number. */
function asModelled(object: KubeObject): KubeObject {
  if (object.kind === 'EndpointSlice') {
    const { endpoints, ports, ...rest } = object as EndpointSlice;
    return { ...rest, endpoints: endpoints ?? [], ports: ports ?? [] } as KubeObject;
  }
  if (object.kind !== 'Event') return object;
  const event = object as Event & {
    readonly series?: { readonly count: number };
    readonly source?: { readonly component?: string };
  };
  const reportingComponent = event.reportingComponent || event.source?.component;
  return { ...event, reportingComponent, count: event.series?.count ?? (event.count || 1) } as KubeObject;
}
