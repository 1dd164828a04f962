import { readFileSync } from 'node:fs';
import { createServer as plainServer } from 'node:http';
import { createServer } from 'node:https';

/** What a case said of each Pod of its namespace, and which labels and containers the Pod had. */
interface Said {
  readonly name: string;
  readonly used: { readonly cpu?: string; readonly memory?: string };
  readonly labels?: Readonly<Record<string, string>>;
  readonly containers?: readonly string[];
}

const [, , keyFile = '', certFile = '', port = '6444', toldPort = '6445'] = process.argv;
const group = { groupVersion: 'metrics.k8s.io/v1beta1', version: 'v1beta1' };
const said = new Map<string, readonly Said[]>();

const isSelected = ({ labels = {} }: Said, selector: string): boolean =>
  selector.split(',').every((term) => {
    const [key = '', value] = term.split('=');
    return term === '' || value === undefined || labels[key] === value;
  });

function answer(url: URL): object | undefined {
  const path = url.pathname.replace(/\/$/, '');
  if (path === '/apis/metrics.k8s.io')
    return {
      kind: 'APIGroup',
      apiVersion: 'v1',
      name: 'metrics.k8s.io',
      versions: [group],
      preferredVersion: group,
    };
  const verbs = ['get', 'list'];
  const pods = { name: 'pods', singularName: '', namespaced: true, kind: 'PodMetrics', verbs };
  if (path === '/apis/metrics.k8s.io/v1beta1')
    return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion: group.groupVersion, resources: [pods] };
  const [, namespace] = /^\/apis\/metrics.k8s.io\/v1beta1\/namespaces\/([^/]+)\/pods$/.exec(path) ?? [];
  if (!namespace) return undefined;
  const selector = url.searchParams.get('labelSelector') ?? '';
  const items = (said.get(namespace) ?? [])
    .filter((one) => isSelected(one, selector))
    .map(({ name, labels, used, containers = ['app'] }) => ({
      metadata: { name, namespace, labels },
      timestamp: new Date().toISOString().replace(/\.\d+/, ''),
      window: '30s',
      containers: containers.map((container) => ({ name: container, usage: used })),
    }));
  return { kind: 'PodMetricsList', apiVersion: group.groupVersion, metadata: {}, items };
}

/** A metrics API that says what it was told: `PUT /NAMESPACE` on the second port. */
createServer({ key: readFileSync(keyFile), cert: readFileSync(certFile) }, (request, response) => {
  const body = answer(new URL(request.url ?? '/', 'https://metrics'));
  response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body ?? { kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 404 }));
}).listen(Number(port), '127.0.0.1');

plainServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  said.set((request.url ?? '/').slice(1), JSON.parse(text));
  response.end();
}).listen(Number(toldPort), '127.0.0.1');
