import type { Beliefs } from '../belief';
import type { Chance } from '../chance';
import type { Write } from '../controllers/controller';
import type { Cause } from '../journal';
import type { KubeObject, Node, Pod } from '../objects';
import type { KubeletMessage } from './life';
import type { SlowStart } from './slow-starts';

/** A message on its way to the kubelet of a Pod's node. `begin` is the Pod's arrival there, `removed` that its object is gone. */
export interface PodWork {
  readonly type: 'pod';
  readonly key: string;
  readonly uid: string;
  readonly message:
    | KubeletMessage
    | { readonly type: 'begin' }
    | { readonly type: 'removed'; readonly pod: Pod };
  readonly because: number;
}

/** One instance of a container of a Pod, as its status names it. */
export interface Instance {
  readonly uid: string;
  readonly container: string;
  readonly containerID: string;
}

/** What the kubelets need from the cluster around them. */
export interface Nodes {
  readonly chance: Chance;
  readonly beliefs: Beliefs;
  nowMs(): number;
  pod(key: string): Pod | undefined;
  node(name: string): Node | undefined;
  pods(): readonly Pod[];
  find(kind: string, namespace: string, name: string): KubeObject | undefined;
  /** Whether a Pod of a namespace reaches a Service there by its name. */
  answers(namespace: string, host: string, port: number): boolean;
  /** Whether the node's kubelet is cut off from the API server. */
  isSilent(node: string): boolean;
  /** Whether the Pod's containers start slowly. */
  slowStartOf(pod: Pod): SlowStart | undefined;
  later(afterMs: number, work: PodWork): void;
  carryOut(write: Write, cause: Cause): void;
  /** Journals that a Pod's machine moved, and by which guard; gives the entry's sequence. */
  moved(key: string, from: string, to: string, guard: string, cause: Cause): number;
}
