import { csvExportOf, exportOf } from '@/lib/server/export';
import { currentLearner } from '@/lib/server/learner';
import { keepPace } from '@/lib/server/pace';
import { checkOrigin } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** Everything that is kept of the learner, as a JSON file; `?table=Answer`: that table as CSV, with the mark by which Excel knows UTF-8. */
export const GET = route(async (request, _params, locale) => {
  checkOrigin(request);
  const learner = await currentLearner(request);
  const table = new URL(request.url).searchParams.get('table');
  keepPace('export', request, learner && `${learner} ${table}`);
  if (table !== null) {
    const text = `\ufeff${await csvExportOf(learner, table)}`;
    return { download: { name: `podium-${table}.csv`, type: 'text/csv; charset=utf-8', text } };
  }
  const text = `${JSON.stringify(await exportOf(learner, locale), null, 2)}\n`;
  return { download: { name: 'podium.json', type: 'application/json', text } };
});
