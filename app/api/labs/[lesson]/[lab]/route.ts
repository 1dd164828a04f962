import { checkSolved, keepSolved, labOf, labRequest, shortestOf } from '@/lib/server/lab-runs';
import { learnerForWriting } from '@/lib/server/learner';
import { readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/** `{ commands, untilMs }` in; kept as solved only if the server's own replay says so, which then tells how short it can be. */
export const POST = route<{ lesson: string; lab: string }>(async (request, params) => {
  const lab = labOf(params.lesson, params.lab);
  const run = await readJson(request, labRequest);
  checkSolved(lab, run.commands, run.untilMs);
  const { id, setCookie } = await learnerForWriting(request);
  await keepSolved(id, params.lesson, lab.id, run);
  return { body: { solved: true, shortest: shortestOf(lab) }, setCookie };
});
