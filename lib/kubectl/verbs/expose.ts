import type {
  KubeObject,
  LabelSelector,
  Labels,
  Manifest,
  PodTemplate,
  Service,
} from '../../cluster/objects';
import { askedOrTried, type Call, type DryRun, dryRunOf } from '../call';
import { recorded, recordFlag } from '../change-cause';
import { each } from '../each';
import { Failure } from '../failure';
import { filenamesOf } from '../filenames';
import type { Flag } from '../flags/flag';
import { dryRunFlag, fieldManagerFlag, fileFlags, printFlags } from '../flags/sets';
import { saveConfigFlag, sent } from '../generated';
import { atoi, intOrString } from '../go-numbers';
import { find, type Info } from '../infos';
import { overridden, overrideFlags } from '../overrides';
import { labelsOf } from '../pairs';
import { doneInTurn } from '../printers/done';
import { printerOf } from '../printers/output';
import { typed } from '../typed';
import { atOnce, type Verb } from '../verb';

const flags: readonly Flag[] = [
  ...fileFlags,
  dryRunFlag,
  fieldManagerFlag,
  saveConfigFlag,
  recordFlag,
  ...printFlags,
  ...overrideFlags,
  { name: 'port', kind: 'string', says: "the Service's port; without it, those of what is exposed" },
  { name: 'target-port', kind: 'string', says: "number or name of the Pods' port" },
  { name: 'protocol', kind: 'string', says: 'TCP, UDP or SCTP' },
  { name: 'name', kind: 'string', says: "the Service's name" },
  { name: 'type', kind: 'string', says: 'ClusterIP, NodePort, LoadBalancer or ExternalName' },
  { name: 'selector', kind: 'string', says: 'labels of the Pods' },
  { name: 'labels', short: 'l', kind: 'string', says: "the Service's labels" },
  { name: 'cluster-ip', kind: 'string', says: 'its address, or None for a headless service' },
  { name: 'external-ip', kind: 'string', says: 'an address beyond the cluster that it answers at' },
  { name: 'load-balancer-ip', kind: 'string', says: 'the address to ask the load balancer for' },
  { name: 'session-affinity', kind: 'string', says: 'None or ClientIP' },
];

const exposable = ['ReplicationController', 'Service', 'Pod', 'Deployment', 'ReplicaSet'];

interface Workload extends KubeObject {
  readonly spec: { readonly selector?: LabelSelector; readonly template: PodTemplate };
}

/** Source: polymorphichelpers MapBasedSelectorForObject. */
function selectorOf(object: KubeObject): Labels {
  const cannot = (why: string): Failure =>
    new Failure(`couldn't retrieve selectors via --selector flag or introspection: ${why}`);
  const { kind } = object;
  const selector = (object as Workload).spec.selector;
  if (kind === 'Pod') {
    const { labels = {} } = object.metadata;
    if (Object.keys(labels).length === 0) throw cannot('the pod has no labels and cannot be exposed');
    return labels;
  }
  if (kind === 'Service' && !selector) throw cannot('the service has no pod selector set');
  if (kind === 'Service' || kind === 'ReplicationController') return (selector ?? {}) as Labels;
  const { matchLabels = {}, matchExpressions = [] } = selector ?? {};
  if (Object.keys(matchLabels).length === 0)
    throw cannot(`invalid ${kind.toLowerCase()}: no selectors, therefore cannot be exposed`);
  if (matchExpressions.length > 0) {
    const said = matchExpressions.map(
      ({ key, operator, values = [] }) => `{Key:${key} Operator:${operator} Values:[${values.join(' ')}]}`,
    );
    throw cannot(`couldn't convert expressions - "[${said.join(' ')}]" to map-based selector format`);
  }
  return matchLabels;
}

/** Ports of what is exposed, each with its protocols. Source: polymorphichelpers PortsForObject, MultiProtocolsForObject. */
function portsOf(object: KubeObject): Map<string, string[]> {
  const ports = new Map<string, string[]>();
  const put = (port: number, protocol = 'TCP') =>
    ports.set(String(port), [...(ports.get(String(port)) ?? []), protocol]);
  if (object.kind === 'Service')
    for (const { port, protocol } of (object as Service).spec.ports ?? []) put(port, protocol);
  else {
    const spec = object.kind === 'Pod' ? object.spec : (object as Workload).spec.template?.spec;
    for (const container of (spec as PodTemplate['spec'] | undefined)?.containers ?? [])
      for (const { containerPort, protocol } of container.ports ?? []) put(containerPort, protocol);
  }
  return ports;
}

interface Port {
  readonly name?: string;
  readonly port: number;
  readonly protocol: string;
}

/** Source: ExposeServiceOptions createService. */
function servicePorts(wanted: readonly string[], protocol: string, known: Map<string, string[]>): Port[] {
  return wanted.flatMap((text, i): Port[] => {
    const port = atoi(text) | 0;
    const name = wanted.length > 1 ? { name: `port-${i + 1}` } : {};
    const protocols = protocol ? [protocol] : (known.get(text) ?? ['TCP']);
    if (protocols.length === 1) return [{ ...name, port, protocol: protocols[0] ?? 'TCP' }];
    return protocols.map((one) => ({ name: `port-${i + 1}-${one.toLowerCase()}`, port, protocol: one }));
  });
}

const longestName = 63;

function serviceOf({ flags: given }: Call, { name: exposed, object }: Info): Manifest {
  const from = object as KubeObject;
  const selectorText = given.text('selector');
  const selector =
    selectorText ||
    Object.entries(selectorOf(from))
      .map(([k, v]) => `${k}=${v}`)
      .join(',');
  const isHeadless = given.text('cluster-ip') === 'None';
  const known = portsOf(from);
  const wanted = given.text('port') ? given.text('port').split(',') : [...known.keys()];
  if (wanted.length === 0 && !isHeadless)
    throw new Failure("couldn't find port via --port flag or introspection");
  const { labels: inherited = {} } = from.metadata;
  if (!selector) throw new Failure('selector must be specified');
  const pods = labelsOf(selector);
  const labels = given.text('labels') ? labelsOf(given.text('labels')) : inherited;
  const target = given.text('target-port');
  const ports = servicePorts(wanted, given.text('protocol'), known).map((port) => ({
    ...port,
    targetPort: target ? intOrString(target) : port.port,
  }));
  const type = given.text('type');
  const affinity = given.text('session-affinity');
  if (affinity && affinity !== 'None' && affinity !== 'ClientIP')
    throw new Failure(`unknown session affinity: ${affinity}`);
  const text = (flag: string, field: string) => given.text(flag) && { [field]: given.text(flag) };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: given.text('name') || exposed.slice(0, longestName),
      ...(Object.keys(labels).length > 0 && { labels }),
    },
    spec: {
      selector: pods,
      ...(ports.length > 0 && { ports }),
      ...(given.text('external-ip') && { externalIPs: [given.text('external-ip')] }),
      ...text('type', 'type'),
      ...(type === 'LoadBalancer' && text('load-balancer-ip', 'loadBalancerIP')),
      ...text('session-affinity', 'sessionAffinity'),
      ...text('cluster-ip', 'clusterIP'),
    },
  };
}

function exposeOne(call: Call, info: Info, dryRun: DryRun): void {
  const { kind, group } = info.resource;
  if (!exposable.includes(kind)) throw new Failure(`cannot expose a ${kind}${group && `.${group}`}`);
  const service = recorded(call, overridden(call, serviceOf(call, info)));
  if (dryRun === 'client') {
    const { namespace } = call;
    const metadata = { ...service.metadata, ...(call.isNamespaceTyped && { namespace }) };
    doneInTurn(call, typed({ ...service, metadata } as Manifest), 'exposed', dryRun);
    return;
  }
  const made = askedOrTried(call, dryRun, { verb: 'create', object: sent(call, service) });
  doneInTurn(call, made as KubeObject, 'exposed', dryRun);
}

/** Makes a Service for what is there. Models kubectl pkg/cmd/expose (v1.37). */
export const expose: Verb = {
  help: {
    says: 'Expose a resource as a new Kubernetes service.',
    usage:
      '(-f FILENAME | TYPE NAME) [--port=port] [--protocol=TCP|UDP|SCTP] [--target-port=number-or-name] [--name=name] [--external-ip=external-ip-of-service] [--type=type]',
    examples: [
      '# Port 80 of the Service is port 8080 of its Pods',
      'kubectl expose deployment web --port=80 --target-port=8080',
    ],
  },
  flags,
  run: atOnce((call) => {
    const dryRun = dryRunOf(call);
    printerOf(call);
    const found = find(call, { args: call.words, filenames: filenamesOf(call) });
    each(found, (info) => exposeOne(call, info, dryRun));
  }),
};
