import type { LabView, NodeView, PodView } from '@/lib/lab/view';
import type { PlacedPod, SceneLayout } from './scene-layout';

const cell = 16;

/** Many Pods: cells without words, filled from the left in each node's row by ordinal. */
export function layoutCells(view: LabView, width: number, compact: boolean): SceneLayout {
  const left = compact ? 64 : 128;
  const perRow = Math.max(1, Math.min(25, Math.floor((width - left - 8) / cell)));
  const rows = view.nodes.map((node) => ({
    node,
    pods: view.pods
      .filter((pod) => pod.node === node.name)
      .sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0)),
  }));
  const homeless = view.pods.filter((pod) => !view.nodes.some((node) => node.name === pod.node));
  const waitingY = 20;
  const place = (at: number, top: number) => ({
    x: left + (at % perRow) * cell + cell / 2,
    y: top + Math.floor(at / perRow) * cell,
  });
  const heightOf = (count: number) => Math.max(49, Math.ceil(count / perRow) * cell + 16);
  const cellOf = (pod: PodView, at: number, top: number): PlacedPod => ({
    pod,
    ...place(at, top),
    side: 'none',
    room: 0,
  });
  let y =
    waitingY + Math.max(0, Math.ceil((homeless.length + view.reserved.length) / perRow) - 1) * cell + 24;
  const bands: { node: NodeView; y: number; height: number }[] = [];
  const pods = homeless.map((pod, at) => cellOf(pod, at, waitingY));
  for (const row of rows) {
    const band = { node: row.node, y, height: heightOf(row.pods.length) };
    bands.push(band);
    pods.push(...row.pods.map((pod, at) => cellOf(pod, at, band.y + 16)));
    y += band.height + 6;
  }
  return {
    width,
    height: y + 40,
    compact,
    mode: 'cells',
    pitch: cell,
    markSize: 12,
    columns: [],
    lineTop: 0,
    claimsY: y + 12,
    services: [],
    waitingY,
    bands,
    pods,
    claims: [],
    arrows: [],
    reserved: view.reserved.map((one, at) => ({ place: one, ...place(homeless.length + at, waitingY) })),
  };
}
