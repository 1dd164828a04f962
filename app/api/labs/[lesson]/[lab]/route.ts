import { answerByLab } from '@/lib/server/lab-answers';
import { checked, keepRun, labOf, labRequest, notSolved, shortestOf } from '@/lib/server/lab-runs';
import { currentLearner, learnerForWriting } from '@/lib/server/learner';
import { keepPace } from '@/lib/server/pace';
import { readJson } from '@/lib/server/read-json';
import { route } from '@/lib/server/route';

export const dynamic = 'force-dynamic';

/**
 * `{ commands, untilMs }` in; kept as it stands after the server's own replay; solved only if that says so, which then tells how short it can
 * be. Where the lesson's quiz asks the lab it is an answer there too, and `result` is what the quiz shows of it.
 */
export const POST = route<{ lesson: string; lab: string }>(async (request, params, locale) => {
  const lab = labOf(params.lesson, params.lab);
  const run = await readJson(request, labRequest);
  keepPace('lab', request, await currentLearner(request));
  const replay = checked(lab, run);
  const { id, setCookie } = await learnerForWriting(request);
  await keepRun(id, params.lesson, lab.id, run, replay);
  const result = await answerByLab(id, params.lesson, lab.id, run, replay, locale);
  return replay.solved
    ? { body: { solved: true, shortest: shortestOf(lab), ...(result && { result }) }, setCookie }
    : { refusal: notSolved(replay, result), setCookie };
});
