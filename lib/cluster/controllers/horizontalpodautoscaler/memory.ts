/** A number of replicas that the metrics asked for, before any limit. */
export interface Recommendation {
  readonly replicas: number;
  readonly atMs: number;
}

/** A rescale: by how many, either way. */
export interface ScaleEvent {
  readonly change: number;
  readonly atMs: number;
}

/**
 * What the controller keeps of one HPA outside the API, as upstream's does: it is lost when the HPA goes.
 * Models the maps of HorizontalController in pkg/controller/podautoscaler/horizontal.go (v1.37).
 */
export interface Memory {
  readonly recommendations: readonly Recommendation[];
  readonly scaleUps: readonly ScaleEvent[];
  readonly scaleDowns: readonly ScaleEvent[];
  /** When the HPA is looked at again by itself. */
  readonly nextSyncMs: number;
}

export const nothingRemembered: Memory = {
  recommendations: [],
  scaleUps: [],
  scaleDowns: [],
  nextSyncMs: 0,
};

/** The list with a new entry: in place of the last one that is too old, else at the end. */
export function remembered<Entry extends { readonly atMs: number }>(
  list: readonly Entry[],
  entry: Entry,
  isOld: (entry: Entry) => boolean,
): readonly Entry[] {
  const at = list.findLastIndex(isOld);
  return at < 0 ? [...list, entry] : list.with(at, entry);
}
