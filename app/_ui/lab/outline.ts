import type { LabView } from '@/lib/lab/view';
import { podLabel } from './outline-words';
import { fill, type LabWords, shortName } from './words';

export interface OutlineItem {
  readonly id: string;
  readonly label: string;
  readonly items: readonly OutlineItem[];
}

/** The scene in words, as a tree: the set with its places in order of ordinals, the Services, the claims. */
export function outlineOf(view: LabView, words: LabWords): readonly OutlineItem[] {
  const say = words.outline;
  const name = shortName(view.subject);
  const revisions = Math.max(
    1,
    ...view.pods.map((pod) => pod.revision),
    ...view.reserved.map((place) => place.revision),
  );
  const pods = view.pods.map((pod) => ({
    ordinal: pod.ordinal ?? 0,
    id: pod.uid,
    label: podLabel(words, pod, revisions),
    items: [],
  }));
  const places = view.reserved.map((place) => ({
    ordinal: place.ordinal,
    id: `reserved ${place.name}`,
    label: fill(say.reserved, { name: place.name, image: place.image }),
    items:
      place.waitsFor === undefined
        ? []
        : [
            {
              id: `waits ${place.name}`,
              label: fill(say.waits, { pod: place.waitsFor.pod, until: words.until[place.waitsFor.until] }),
              items: [],
            },
          ],
  }));
  const inOrder = [...pods, ...places]
    .sort((a, b) => a.ordinal - b.ordinal)
    .map(({ id, label, items }) => ({ id, label, items }));
  const label = view.set === undefined ? fill(say.setGone, { name }) : fill(say.set, { name, ...view.set });
  return [{ id: 'set', label, items: inOrder }, ...services(view, words), ...claims(view, words)];
}

const services = (view: LabView, words: LabWords): readonly OutlineItem[] =>
  view.services.map((service) => ({
    id: `service ${service.name}`,
    label: fill(words.outline.service, {
      name: service.name,
      count: service.endpoints.filter((endpoint) => endpoint.leftOut === undefined).length,
      of: service.endpoints.length,
    }),
    items: service.endpoints.map(({ pod, address, leftOut }) => ({
      id: `endpoint ${pod}`,
      label: fill(words.outline.endpoint, {
        pod,
        what: leftOut === undefined ? address : words.leftOut[leftOut],
      }),
      items: [],
    })),
  }));

const claims = (view: LabView, words: LabWords): readonly OutlineItem[] =>
  view.claims.map((claim) => ({
    id: `claim ${claim.name}`,
    label: fill(words.outline.claim, {
      name: claim.name,
      phase: claim.phase,
      capacity: claim.capacity,
      use: claim.mounted ? words.outline.mounted : words.outline.kept,
    }),
    items: [],
  }));
