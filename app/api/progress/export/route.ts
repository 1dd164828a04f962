import { csvExportOf, exportedTable, exportOf } from '@/lib/server/export';
import { currentLearner } from '@/lib/server/learner';
import { keepPace } from '@/lib/server/pace';
import { checkOrigin } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** Everything that is kept of the learner, as a JSON file; `?table=Answer`: that table as CSV, with the mark by which Excel knows UTF-8. */
export const GET = route(async (request, _params, locale) => {
  checkOrigin(request);
  const learner = await currentLearner(request);
  const asked = new URL(request.url).searchParams.get('table');
  const held = asked === null ? undefined : exportedTable(asked);
  keepPace('export', request, learner && `${learner} ${held?.table ?? 'all'}`);
  if (held) {
    const text = `\ufeff${await csvExportOf(learner, held)}`;
    return { download: { name: `podium-${held.table}.csv`, type: 'text/csv; charset=utf-8', text } };
  }
  const text = `${JSON.stringify(await exportOf(learner, locale), null, 2)}\n`;
  return { download: { name: 'podium.json', type: 'application/json', text } };
});
