import type { WriteEntry } from '../cluster/journal';
import { isTerminating, kindOf } from '../cluster/keys';
import type {
  Condition,
  EndpointSlice,
  KubeObject,
  Node,
  PersistentVolumeClaim,
  Pod,
} from '../cluster/objects';
import { podStateOf } from './pod-state';
import { unpaired } from './seen-difference';
import type { Timeline } from './timeline';
import type { PodState } from './view';

/** What happens to an object at a moment, as plain data: the screen has the words. */
export interface Deed {
  readonly atMs: number;
  /** The key of the object. */
  readonly key: string;
  readonly is:
    | 'created'
    | 'marked'
    | 'gone'
    | 'state'
    | 'restarted'
    | 'image'
    | 'sized'
    | 'condition'
    | 'endpoints'
    | 'phase'
    | 'changed';
  /** The state of a Pod afterwards. */
  readonly state?: PodState;
  /** An image, a number of replicas or ready endpoints, `Progressing=False`, a phase. */
  readonly to?: string | number;
}

/** Where a reader sees two runs part: what each does first that the other does not do then. One of them may do nothing. */
export interface Parting {
  readonly atMs: number;
  readonly truth?: Deed;
  readonly believed?: Deed;
}

/** The first change on each side that is not on the other, up to a moment; undefined when a reader sees none. */
export function partingOf(
  truth: Timeline,
  believed: Timeline,
  fromMs: number,
  untilMs: number,
): Parting | undefined {
  const pairs = unpaired(truth.journal, believed.journal, fromMs, untilMs);
  const firstOf = (side: 'truth' | 'believed'): Deed | undefined => {
    const entries = pairs.flatMap((pair) => pair[side] ?? []);
    const [first] = entries.sort((a, b) => a.atMs - b.atMs || rankOf(a) - rankOf(b));
    return first && deedOf(first);
  };
  const [is, might] = [firstOf('truth'), firstOf('believed')];
  if (!is && !might) return undefined;
  const atMs = Math.min(is?.atMs ?? Number.POSITIVE_INFINITY, might?.atMs ?? Number.POSITIVE_INFINITY);
  return { atMs, ...(is && { truth: is }), ...(might && { believed: might }) };
}

/** Of what comes at one moment Pods are named first, and what nobody asked for last. */
const rankOf = ({ key }: WriteEntry): number => (kindOf(key) === 'Pod' ? 0 : 1);

export function deedOf({ atMs, key, before, after }: WriteEntry): Deed {
  const deed = (is: Deed['is'], more: Partial<Deed> = {}): Deed => ({ atMs, key, is, ...more });
  if (!after) return deed('gone');
  if (isTerminating(after) && !(before && isTerminating(before))) return deed('marked');
  if (!before) return deed('created', imageOf(after));
  switch (kindOf(key)) {
    case 'Pod':
      return deedOfPod(deed, before as Pod, after as Pod);
    case 'EndpointSlice':
      return deed('endpoints', { to: readyIn(after as EndpointSlice) });
    case 'PersistentVolumeClaim':
      return deed('phase', { to: (after as PersistentVolumeClaim).status.phase });
    case 'Node':
      return deedOfNode(deed, before as Node, after as Node);
    default:
      return deedOfWorkload(deed, before, after);
  }
}

type Make = (is: Deed['is'], more?: Partial<Deed>) => Deed;

const restartsOf = ({ status }: Pod): number =>
  (status.containerStatuses ?? []).reduce((sum, { restartCount }) => sum + restartCount, 0);

function deedOfPod(deed: Make, before: Pod, after: Pod): Deed {
  if (restartsOf(after) > restartsOf(before)) return deed('restarted', { to: restartsOf(after) });
  const state = podStateOf(after);
  if (state !== podStateOf(before)) return deed('state', { state });
  return deed('image', imageOf(after));
}

const readyIn = ({ endpoints }: EndpointSlice): number =>
  endpoints.filter(({ conditions }) => conditions.ready).length;

function deedOfNode(deed: Make, before: Node, after: Node): Deed {
  const said = changedCondition(before, after);
  return said === undefined ? deed('changed') : deed('condition', { to: said });
}

function deedOfWorkload(deed: Make, before: KubeObject, after: KubeObject): Deed {
  const [was, is] = [imageOf(before).to, imageOf(after).to];
  if (was !== is && is !== undefined) return deed('image', { to: is });
  const [had, has] = [before, after].map(({ spec }) => (spec as { replicas?: number } | undefined)?.replicas);
  if (had !== has && has !== undefined) return deed('sized', { to: has });
  const said = changedCondition(before, after);
  return said === undefined ? deed('changed') : deed('condition', { to: said });
}

/** A condition that is another than before, as `Progressing=False`. */
function changedCondition(before: KubeObject, after: KubeObject): string | undefined {
  const [old, now] = [before, after].map(
    ({ status }) => (status as { conditions?: readonly Condition[] } | undefined)?.conditions ?? [],
  );
  const other = now?.find(({ type, status }) => old?.find((one) => one.type === type)?.status !== status);
  return other && `${other.type}=${other.status}`;
}

/** The image of the first container, of a Pod or of the template of what keeps Pods. */
function imageOf({ spec }: KubeObject): { readonly to?: string } {
  const { containers, template } = (spec ?? {}) as {
    containers?: Pod['spec']['containers'];
    template?: { spec?: Pod['spec'] };
  };
  const to = (containers ?? template?.spec?.containers)?.[0]?.image;
  return to === undefined ? {} : { to };
}
