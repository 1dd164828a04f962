import type { LabView } from '@/lib/lab/view';

/** A view without the score of the future that it is in: the view's own score is the same, and is not told twice. */
export const withoutOwnScore = (view: LabView): unknown => ({
  ...view,
  futures: view.futures.map((future) => (future.isHere ? { ...future, score: null } : future)),
});

/** The view again, with the view's own score as that of the future that it is in. */
export function withOwnScore(told: unknown): LabView {
  const view = told as LabView;
  return {
    ...view,
    futures: view.futures.map((future) => (future.isHere ? { ...future, score: view.score } : future)),
  };
}
