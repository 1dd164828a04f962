/** What stands for a lesson in an hour of review. */
export const reviewLesson = 'review';

/** An item of an hour of review: `ref` is the id of a generator, or `LESSON/ITEM` for an entry of a lesson's quiz. */
export interface ItemRef {
  readonly ref: string;
  readonly concept: string;
}

/** The ref of an entry of a lesson's quiz. */
export const refOfItem = (lesson: string, item: string): string => `${lesson}/${item}`;

/** A lesson's entry and its place in it; undefined for a ref that names a generator. */
export function lessonRef(ref: string): { readonly lesson: string; readonly item: string } | undefined {
  const slash = ref.indexOf('/');
  return slash < 0 ? undefined : { lesson: ref.slice(0, slash), item: ref.slice(slash + 1) };
}

/** What `Attempt.items` holds, as `writeRefs` wrote it; none for null. */
export const readRefs = (json: string | null): readonly ItemRef[] => (json === null ? [] : JSON.parse(json));

export const writeRefs = (refs: readonly ItemRef[]): string =>
  JSON.stringify(refs.map(({ ref, concept }) => ({ ref, concept })));
