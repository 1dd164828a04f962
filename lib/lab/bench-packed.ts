import type { BenchShown } from './bench-shown';
import {
  descents,
  type LoadChoice,
  leastReplicas,
  loadEndMs,
  loadMinutes,
  loadMostMilli,
  lookMs,
  measures,
  mostReplicas,
  requestsMilli,
  roundedLoad,
  sidecars,
  targetKinds,
  targets,
} from './load-choice';
import {
  type Board,
  carriers,
  doors,
  machines,
  mostReplicas as mostOfMachine,
  type Slot,
  storages,
} from './migration-board';
import { listOf, oneOf, whole, within, written } from './packed';
import { editorIds, kinds, type SelectorChoice, tasks } from './selector-board';
import { asksOf, type SwapChoice, storesOf, swapApps, swapControllers } from './swap-test/choice';

export type PackedBench = readonly [kind: BenchShown['kind'], ...chosen: unknown[]];

export function packedBench(bench: BenchShown): PackedBench {
  switch (bench.kind) {
    case 'load-bench':
      return [bench.kind, bench.atMs / lookMs, ...packedLoad(bench.choice)];
    case 'selector-board':
      return [bench.kind, ...packedSelectors(bench.choice)];
    case 'swap-test': {
      const { app, controller, store, asks } = bench.choice;
      return [bench.kind, app, controller, store, asks];
    }
    case 'migration-board':
      return [bench.kind, ...machines.map((machine) => packedSlot(bench.choice[machine]))];
  }
}

/** What was packed; a stranger's word. Fails with a TypeError for one of another form. */
export function unpackedBench(packed: unknown): BenchShown {
  const [kind, ...chosen] = within(packed, 12);
  switch (kind) {
    case 'load-bench': {
      const [look, ...choice] = chosen;
      const atMs = whole(look, { least: 0, most: loadEndMs / lookMs }) * lookMs;
      return { kind, choice: loadOf(choice), atMs };
    }
    case 'selector-board':
      return { kind, choice: selectorsOf(chosen) };
    case 'swap-test':
      return { kind, choice: swapOf(chosen) };
    case 'migration-board':
      return { kind, choice: boardOf(chosen) };
    default:
      throw new TypeError('bench');
  }
}

const packedLoad = (choice: LoadChoice): readonly unknown[] => [
  choice.load,
  choice.kind,
  choice.requestMilli,
  choice.sidecar,
  choice.measure,
  choice.target,
  choice.minReplicas,
  choice.maxReplicas,
  choice.descent,
  choice.hasMetrics ? 1 : 0,
];

function loadOf(packed: readonly unknown[]): LoadChoice {
  const [load, kind, request, sidecar, measure, target, least, most, descent, metrics] = listOf(packed, 10);
  return {
    load: listOf(load, loadMinutes).map((milli) =>
      roundedLoad(whole(milli, { least: 0, most: loadMostMilli })),
    ),
    kind: oneOf(targetKinds, kind),
    requestMilli: oneOf(requestsMilli, request),
    sidecar: oneOf(sidecars, sidecar),
    measure: oneOf(measures, measure),
    target: oneOf(targets, target),
    minReplicas: oneOf(leastReplicas, least),
    maxReplicas: oneOf(mostReplicas, most),
    descent: oneOf(descents, descent),
    hasMetrics: oneOf([0, 1], metrics) === 1,
  };
}

const packedSelectors = ({
  texts,
  active,
  task,
  kinds: given,
  template,
}: SelectorChoice): readonly unknown[] => [
  editorIds.map((id) => texts[id]),
  active,
  task,
  given.map,
  given.selector,
  template,
];

/** Letters of a selector or of a line of labels, more than any link has room for. */
const longestText = 8_000;

function selectorsOf(packed: readonly unknown[]): SelectorChoice {
  const [texts, active, task, ofMap, ofSelector, template] = listOf(packed, 6);
  const [map, pairs, sets] = listOf(texts, editorIds.length).map((text) => written(text, longestText));
  return {
    texts: { map: map ?? '', pairs: pairs ?? '', sets: sets ?? '' },
    active: oneOf(editorIds, active),
    task: whole(task, { least: 0, most: tasks.length }),
    kinds: { map: oneOf(kinds, ofMap), selector: oneOf(kinds, ofSelector) },
    template: written(template, longestText),
  };
}

function swapOf(packed: readonly unknown[]): SwapChoice {
  const [named, controller, store, asks] = listOf(packed, 4);
  const app = oneOf(swapApps, named);
  return {
    app,
    controller: oneOf(swapControllers, controller),
    store: oneOf(storesOf(app), store),
    asks: oneOf(asksOf(app), asks),
  };
}

const packedSlot = ({ carrier, replicas, door, storage }: Slot) => [carrier, replicas, door, storage];

function slotOf(packed: unknown): Slot {
  const [carrier, replicas, door, storage] = listOf(packed, 4);
  return {
    carrier: oneOf(carriers, carrier),
    replicas: whole(replicas, { least: 1, most: mostOfMachine }),
    door: oneOf(doors, door),
    storage: oneOf(storages, storage),
  };
}

function boardOf(packed: readonly unknown[]): Board {
  const [lvs, squid, apache, mysql] = listOf(packed, machines.length);
  return { lvs: slotOf(lvs), squid: slotOf(squid), apache: slotOf(apache), mysql: slotOf(mysql) };
}
