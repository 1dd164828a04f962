import { accountOf } from '@/lib/server/account-view';
import { checkOrigin } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `AccountView`: who is at this browser. Makes no learner; answers pages of this site alone. */
export const GET = route(async (request) => {
  checkOrigin(request);
  return { body: await accountOf(request) };
});
