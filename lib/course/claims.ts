import 'server-only';
import lessons from '@/content/lessons';
import type { Claim } from './claim';

const all = Object.values(lessons).flatMap(({ claims }) => claims);
const byId = new Map(all.map((claim) => [claim.id, claim]));

/** The claims of all written lessons, in the order of the notes' lessons. */
export const getClaims = (): readonly Claim[] => all;

/** The claim with this id. Throws when there is none: a lesson that names it is an author's mistake. */
export function getClaim(id: string): Claim {
  const claim = byId.get(id);
  if (!claim)
    throw new Error(`No claim "${id}" in a lesson's claims.ts. Write it there, or name another id.`);
  return claim;
}
