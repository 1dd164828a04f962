import { type Board, type Machine, machines, type Slot } from './migration-board';

/** What will go wrong with a board, or is not needed in it, before anything is applied. */
export interface Warning {
  readonly rule: RuleId;
  readonly machine: Machine;
}

interface Rule {
  readonly id: string;
  /** The machines that it is about. */
  readonly of: readonly Machine[];
  readonly holds: (slot: Slot, machine: Machine) => boolean;
}

const tiers: readonly Machine[] = ['squid', 'apache', 'mysql'];
const web: readonly Machine[] = ['squid', 'apache'];
const isOpen = ({ door }: Slot): boolean => door === 'nodeport' || door === 'loadbalancer';
const isMoved = ({ carrier }: Slot): boolean => carrier !== 'none';
const hasReplicas = ({ carrier }: Slot): boolean => carrier !== 'none' && carrier !== 'pod';

/** In the order in which they are told: first what loses the site or its rows, then what nobody needs. */
const rules = [
  { id: 'missing', of: tiers, holds: (slot) => !isMoved(slot) },
  { id: 'together', of: machines, holds: ({ carrier }) => carrier === 'together' },
  { id: 'bare', of: machines, holds: ({ carrier }) => carrier === 'pod' },
  { id: 'rowsLost', of: ['mysql'], holds: (slot) => isMoved(slot) && slot.storage !== 'claim' },
  { id: 'manyDatabases', of: ['mysql'], holds: (slot) => hasReplicas(slot) && slot.replicas > 1 },
  {
    id: 'twoWriters',
    of: ['mysql'],
    holds: ({ carrier, storage }) => carrier === 'deployment' && storage === 'claim',
  },
  { id: 'noName', of: ['apache', 'mysql'], holds: (slot) => isMoved(slot) && slot.door === 'none' },
  { id: 'noDoor', of: ['squid'], holds: (slot) => isMoved(slot) && !isOpen(slot) },
  { id: 'onlyOne', of: web, holds: (slot) => hasReplicas(slot) && slot.replicas === 1 },
  { id: 'allAtOnce', of: web, holds: ({ carrier }) => carrier === 'recreate' },
  { id: 'needlessSet', of: web, holds: ({ carrier }) => carrier === 'statefulset' },
  { id: 'needlessDisk', of: web, holds: (slot) => isMoved(slot) && slot.storage === 'claim' },
  { id: 'innerDoor', of: ['apache', 'mysql'], holds: (slot) => isMoved(slot) && isOpen(slot) },
  { id: 'movedBalancer', of: ['lvs'], holds: isMoved },
] as const satisfies readonly Rule[];

export type RuleId = (typeof rules)[number]['id'];
export const ruleIds: readonly RuleId[] = rules.map(({ id }) => id);

/** Every rule that a board breaks, with the machine. A board without any still has to be applied and broken. */
export const warningsOf = (board: Board): readonly Warning[] =>
  (rules as readonly (Rule & { readonly id: RuleId })[]).flatMap(({ id, of, holds }) =>
    of.filter((machine) => holds(board[machine], machine)).map((machine) => ({ rule: id, machine })),
  );
