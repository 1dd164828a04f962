import type { KubeObject } from '../cluster/objects';
import { Failure } from './failure';
import type { Resource } from './resources';

/** Fields beside name and namespace that the API server selects by. Source: pkg/apis/*_/v1/conversion.go, the kinds' strategies. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.schedulerName',
    'spec.serviceAccountName',
    'spec.hostNetwork',
    'status.phase',
    'status.podIP',
    'status.nominatedNodeName',
  ],
  Node: ['spec.unschedulable'],
  Namespace: ['status.phase'],
  ReplicaSet: ['status.replicas'],
  ReplicationController: ['status.replicas'],
  Job: ['status.successful'],
  Service: ['spec.clusterIP', 'spec.type'],
  Event: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
};

const zeros: Readonly<Record<string, string>> = {
  'spec.unschedulable': 'false',
  'spec.hostNetwork': 'false',
  'status.replicas': '0',
};

function valueAt(object: KubeObject, path: string): string {
  let value: unknown = object;
  for (const field of path === 'status.successful' ? ['status', 'succeeded'] : path.split('.'))
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
  return value === undefined || value === null ? (zeros[path] ?? '') : String(value);
}

/**
 * A field query as `--field-selector` takes it: `status.phase=Running,spec.nodeName!=node-1`. Throws a Failure with what is
 * wrong with it. Models apimachinery pkg/fields ParseSelector (v1.37).
 */
export function fieldSelectorOf(
  text: string,
  { kind, namespaced }: Resource,
): (object: KubeObject) => boolean {
  const terms = text.split(',').filter((term) => term !== '');
  const known = ['metadata.name', ...(namespaced ? ['metadata.namespace'] : []), ...(fieldsOf[kind] ?? [])];
  const all = terms.map((term) => {
    const [, path, operator, value = ''] = /^(.*?)(!=|==|=)(.*)$/s.exec(term) ?? [];
    if (path === undefined) throw new Failure(`invalid selector: '${text}'; can't understand '${term}'`);
    if (!known.includes(path)) throw new Failure(`field label not supported: ${path}`);
    return (object: KubeObject) => (valueAt(object, path) === value) === (operator !== '!=');
  });
  return (object) => all.every((holds) => holds(object));
}
