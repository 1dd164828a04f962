import type { Cluster } from '../cluster/cluster';
import { keyFor, kindOf, nameOf, namespaceOf } from '../cluster/keys';
import type { Event, KubeObject, Pod } from '../cluster/objects';
import { yamlLines } from '../kubectl/yaml/emit';
import { eventView } from './build-view';
import type { JournalIndex } from './journal-index';
import { machineAt, machineView } from './machines';
import { slowedBy } from './slowed';
import type { EventView, ObjectView } from './view';
import { whyIs, whySlowed } from './why';

/** What is known of an object that is there; undefined when it is not. `index` may go on beyond the cluster. */
export function inspectObject(cluster: Cluster, key: string, index: JournalIndex): ObjectView | undefined {
  const object = cluster.reading.get<KubeObject>(key);
  if (!object) return undefined;
  const machine = machineView(cluster, key, index);
  const slow = object.kind === 'Pod' ? slowedBy(cluster, object as Pod) : undefined;
  return {
    key,
    kind: kindOf(key),
    name: nameOf(key),
    namespace: namespaceOf(key),
    yaml: yamlOf(object),
    events: eventsOf(cluster, key),
    why: slow ? whySlowed(cluster.journal, slow) : whyIs(cluster.journal, key),
    ...(machine && { machine }),
    machineKind: machineAt(cluster, key) === 'pod' ? 'chart' : 'rules',
  };
}

const texts = new WeakMap<KubeObject, string>();

/** As `kubectl get -o yaml` prints it: without managedFields. */
function yamlOf(object: KubeObject): string {
  const known = texts.get(object);
  if (known !== undefined) return known;
  const { managedFields: _, ...metadata } = object.metadata;
  const text = `${yamlLines({ ...object, metadata }).join('\n')}\n`;
  texts.set(object, text);
  return text;
}

/** Events about it, the newest first. */
const eventsOf = (cluster: Cluster, key: string): EventView[] =>
  cluster.reading
    .list<Event>('Event')
    .filter(({ involvedObject: { kind, namespace, name } }) => {
      // A node's Events stand in the namespace default, and say of a node none.
      const where = namespaceOf(key) === '' ? '' : (namespace ?? '');
      return keyFor(kind, where, name) === key;
    })
    .map(eventView)
    .sort((a, b) => b.atMs - a.atMs);
