import { useLayoutEffect, useMemo, useRef } from 'react';
import type { LabView, PodView } from '@/lib/lab/view';
import { type ClusterLayout, type ClusterOptions, layoutCluster } from './cluster-layout';
import { packs } from './cluster-scale';
import { type Places, placesAfter } from './places';

interface PlacedScene {
  readonly view: LabView;
  readonly options: ClusterOptions;
  readonly places: Places;
  readonly layout: ClusterLayout;
}

const places = [
  'uid',
  'key',
  'name',
  'node',
  'owner',
  'ordinal',
  'kind',
] as const satisfies readonly (keyof PodView)[];
const around = ['subject', 'set', 'nodes', 'workloads', 'reserved', 'claims', 'services'] as const;

const isEnding = ({ state }: PodView) => state === 'terminating';

/** Whether everything of a view stands where it stood, though Pods may look otherwise. */
function standsAs(before: LabView, view: LabView): boolean {
  return (
    around.every((field) => before[field] === view[field]) &&
    before.pods.length === view.pods.length &&
    before.pods.every((old, at) => {
      const pod = view.pods[at] as PodView;
      return (
        old === pod || (isEnding(old) === isEnding(pod) && places.every((field) => old[field] === pod[field]))
      );
    })
  );
}

function withPods(layout: ClusterLayout, view: LabView): ClusterLayout {
  const pods = new Map(view.pods.map((pod) => [pod.uid, pod]));
  return {
    ...layout,
    pods: layout.pods.map((placed) => {
      const pod = pods.get(placed.pod.uid) ?? placed.pod;
      return pod === placed.pod ? placed : { ...placed, pod };
    }),
  };
}

/** The scene after `before`: where nothing has moved the same places, and only what Pods look like is new. */
export function placedAfter(
  before: PlacedScene | undefined,
  view: LabView,
  options: ClusterOptions,
): PlacedScene {
  const isSameFrame =
    before !== undefined &&
    before.options.width === options.width &&
    before.options.compact === options.compact &&
    before.options.selected === options.selected;
  if (isSameFrame && before.layout.bars.length === 0 && standsAs(before.view, view))
    return { ...before, view, layout: withPods(before.layout, view) };
  const next = placesAfter(before?.places, view, packs(view));
  return { view, options, places: next, layout: layoutCluster(view, next, options) };
}

/** Where everything of a view stands, after where it stood in the drawing before. */
export function usePlacedScene(view: LabView, { width, compact, selected }: ClusterOptions): ClusterLayout {
  const last = useRef<PlacedScene>(undefined);
  const placed = useMemo(
    () => placedAfter(last.current, view, { width, compact, selected }),
    [view, width, compact, selected],
  );
  useLayoutEffect(() => {
    last.current = placed;
  }, [placed]);
  return placed.layout;
}
