import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** A state of a machine: its full name, `Working.Ready`, as the journal tells it. */
export interface ChartState {
  readonly id: string;
  /** The state that it is a part of; absent for those of the machine itself. */
  readonly parent?: string;
  readonly isInitial: boolean;
  readonly isFinal: boolean;
  readonly hasParts: boolean;
}

/** A way on. `from` is empty where the machine itself has it: it holds in every state. */
export interface ChartArrow {
  readonly from: string;
  readonly to: string;
  /** What has to happen; absent where the way is taken at once. */
  readonly event?: string;
  /** The rule that has to hold; absent for the way that is left. */
  readonly guard?: string;
}

export interface ReadChart {
  readonly name: string;
  readonly states: readonly ChartState[];
  /** In the order in which the machine asks. */
  readonly arrows: readonly ChartArrow[];
}

const idOf = (node: AnyStateNode) => node.path.join('.');

interface Way {
  readonly target?: readonly AnyStateNode[] | undefined;
  readonly guard?: unknown;
  readonly actions: readonly unknown[];
}

/** The rule of a way: its guard, or what its action tells the journal. */
function guardOf({ guard, actions }: Way): string | undefined {
  if (typeof guard === 'string') return guard;
  const named = (guard as { readonly type?: string } | undefined)?.type;
  const told = actions.map((one) => (one as { readonly params?: { readonly guard?: string } }).params?.guard);
  return named ?? told.find((one) => one !== undefined);
}

/** States, ways and guards of a machine, as the machine that runs has them. Ways that stay where they are are left out. */
export function readMachine(name: string, machine: AnyStateMachine): ReadChart {
  const states: ChartState[] = [];
  const arrows: ChartArrow[] = [];
  const visit = (node: AnyStateNode) => {
    const from = idOf(node);
    const ways = [
      ...[...node.transitions.entries()].flatMap(([event, list]) => list.map((way) => ({ event, way }))),
      ...(node.always ?? []).map((way) => ({ event: undefined, way })),
    ];
    for (const { event, way } of ways)
      for (const target of way.target ?? []) {
        const guard = guardOf(way);
        arrows.push({ from, to: idOf(target), ...(event && { event }), ...(guard && { guard }) });
      }
    for (const part of Object.values(node.states)) {
      states.push({
        id: idOf(part),
        ...(from !== '' && { parent: from }),
        isInitial: node.initial.target.includes(part),
        isFinal: part.type === 'final',
        hasParts: Object.keys(part.states).length > 0,
      });
      visit(part);
    }
  };
  visit(machine.root);
  return { name, states, arrows };
}
