/** A real Kubernetes API without TLS or credentials of its own: what `kubectl proxy` serves. */
export interface Answer {
  readonly code: number;
  readonly body: { readonly reason?: string; readonly message?: string; readonly [field: string]: unknown };
}

const groups: Readonly<Record<string, readonly string[]>> = {
  'api/v1': [
    'Pod',
    'Service',
    'ReplicationController',
    'PersistentVolumeClaim',
    'Event',
    'Namespace',
    'Node',
  ],
  'api/v1 ': ['PersistentVolume', 'ConfigMap', 'Secret', 'ResourceQuota', 'LimitRange', 'Endpoints'],
  'apis/apps/v1': ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet', 'ControllerRevision'],
  'apis/batch/v1': ['Job', 'CronJob'],
  'apis/autoscaling/v2': ['HorizontalPodAutoscaler'],
  'apis/policy/v1': ['PodDisruptionBudget'],
  'apis/discovery.k8s.io/v1': ['EndpointSlice'],
  'apis/scheduling.k8s.io/v1': ['PriorityClass'],
  'apis/storage.k8s.io/v1': ['StorageClass'],
  'apis/coordination.k8s.io/v1': ['Lease'],
};
const groupOf = new Map(
  Object.entries(groups).flatMap(([group, kinds]) => kinds.map((kind) => [kind, group.trim()] as const)),
);
const clusterWide = new Set(['Namespace', 'Node', 'PersistentVolume', 'PriorityClass', 'StorageClass']);

const plural = (kind: string): string =>
  kind === 'Endpoints' ? 'endpoints' : `${kind.toLowerCase()}${/s$/.test(kind) ? 'es' : 's'}`;

const patchTypes = {
  apply: 'application/apply-patch+yaml',
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  json: 'application/json-patch+json',
} as const;

export class Api {
  constructor(private readonly base: string) {}

  /** The address of a collection or, with a name, of an object. `apiVersion` where it is not the newest. */
  path(kind: string, namespace: string | undefined, name = '', apiVersion?: string): string {
    const version = apiVersion && (apiVersion.includes('/') ? `apis/${apiVersion}` : `api/${apiVersion}`);
    const group = version ?? groupOf.get(kind);
    if (!group) throw new Error(`where ${kind} is served is not known`);
    const within = clusterWide.has(kind) || !namespace ? '' : `/namespaces/${namespace}`;
    return `/${group}${within}/${plural(kind)}${name && `/${encodeURIComponent(name)}`}`;
  }

  get = (path: string): Promise<Answer> => this.ask('GET', path);
  post = (path: string, body: object): Promise<Answer> => this.ask('POST', path, body);
  put = (path: string, body: object): Promise<Answer> => this.ask('PUT', path, body);
  delete = (path: string, options: object = {}): Promise<Answer> => this.ask('DELETE', path, options);
  patch = (path: string, type: keyof typeof patchTypes, body: object): Promise<Answer> =>
    this.ask('PATCH', path, body, patchTypes[type]);

  async *watch(path: string, resourceVersion: string): AsyncGenerator<{ type: string; object: never }> {
    const query = `?watch=1&allowWatchBookmarks=true&timeoutSeconds=86000&resourceVersion=${resourceVersion}`;
    const response = await fetch(this.base + path + query);
    let rest = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield JSON.parse(line);
    }
  }

  private async ask(method: string, path: string, body?: object, type = 'application/json'): Promise<Answer> {
    const response = await fetch(this.base + path, {
      method,
      headers: { accept: 'application/json', ...(body && { 'content-type': type }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    try {
      return { code: response.status, body: JSON.parse(text) };
    } catch {
      return { code: response.status, body: { message: text } };
    }
  }
}
