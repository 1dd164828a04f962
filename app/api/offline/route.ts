import path from 'node:path';
import { keptOffline } from '@/lib/kept-offline';
import { isLocale } from '@/lib/text';

export const dynamic = 'force-dynamic';

/** `KeptOffline` of `?locale=`: what the browser's worker keeps of this build. 404 where nothing was built. */
export async function GET(request: Request): Promise<Response> {
  const locale = new URL(request.url).searchParams.get('locale');
  const isBuilt = process.env.NODE_ENV === 'production' && isLocale(locale);
  const built = path.join(process.cwd(), '.next');
  const kept = isBuilt ? keptOffline(built, path.join(process.cwd(), 'public'), locale) : undefined;
  if (!kept) return Response.json({ error: { code: 'nothing-built' } }, { status: 404 });
  return Response.json(kept, { headers: { 'cache-control': 'no-store' } });
}
