import { classGrid } from '@/lib/server/class-grid';
import { utcOffsetOf } from '@/lib/server/clock';
import { currentLearner } from '@/lib/server/learner';
import { keepPace } from '@/lib/server/pace';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `GridView` by the days of `?utcOffset=MINUTES`, how far the asker's clock is ahead of UTC. */
export const GET = route<{ id: string }>(async (request, { id }, locale) => {
  const utcOffsetMinutes = utcOffsetOf(request);
  const viewer = await currentLearner(request);
  keepPace('grid', request, viewer);
  return { body: await classGrid(viewer, id, { locale, utcOffsetMinutes }) };
});
