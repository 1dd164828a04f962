import claims from '@/content/claims';
import type { Claim } from './claim';

const byId = new Map(claims.map((claim) => [claim.id, claim]));

/** The claim with this id. Throws when there is none: a lesson that names it is an author's mistake. */
export function getClaim(id: string): Claim {
  const claim = byId.get(id);
  if (!claim) throw new Error(`No claim "${id}" in content/claims.ts. Write it there, or name another id.`);
  return claim;
}
