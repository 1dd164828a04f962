import 'server-only';
import { database } from './db';
import { Refusal } from './refusal';

/** Of a class, what its rights are decided by. */
export interface ClassRights {
  readonly ownerId: string;
  readonly enrollments: readonly { readonly learnerId: string; readonly role: string }[];
}

/**
 * Whether `viewer`, a learner's id, may read what the learners of a class did: its owner, and who has the role `instructor` in it. A learner
 * of the class may not, nor an instructor of another one. Every query about a class asks this first, through `classToRead`.
 */
export const mayRead = (viewer: string | undefined, { ownerId, enrollments }: ClassRights): boolean =>
  viewer !== undefined &&
  (viewer === ownerId ||
    enrollments.some(({ learnerId, role }) => learnerId === viewer && role === 'instructor'));

/** Whether `viewer` may change a class, its codes and its learners: its owner alone. */
export const mayChange = (viewer: string | undefined, { ownerId }: Pick<ClassRights, 'ownerId'>): boolean =>
  viewer !== undefined && viewer === ownerId;

/** The class, for somebody who may read it. Who may not is told the same as of a class that there is not. */
export async function classToRead(viewer: string | undefined, classroom: string) {
  const found = await database().classroom.findUnique({
    where: { id: classroom },
    include: { enrollments: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
  });
  if (!found || !mayRead(viewer, found)) throw new Refusal('unknown-class');
  return found;
}

/** The class, for its owner. Who may only read it is told so. */
export async function classToChange(viewer: string | undefined, classroom: string) {
  const found = await classToRead(viewer, classroom);
  if (!mayChange(viewer, found)) throw new Refusal('owner-only');
  return found;
}
