import { clientAddress } from '@/lib/server/client-address';
import { inEvenTime } from '@/lib/server/even-time';
import { joinDoors } from '@/lib/server/join-doors';
import { classOfCode } from '@/lib/server/joining';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `{ name }` of the class that the code leads to, to be shown before joining. */
export const GET = route<{ code: string }>(async (request, { code }) =>
  joinDoors().guard(clientAddress(request), code, () =>
    inEvenTime(async () => ({ body: await classOfCode(code) })),
  ),
);
