import '../app/_ui/language/both';
import { cpus, loadavg } from 'node:os';
import { getFigures, pageIdOf } from '../lib/course/figures';
import { getLessons } from '../lib/course/lessons';
import { type FirstAnswer, firstAnswer, slowedBy } from './bench-face/first-answer';
import { watchRollout } from './bench-face/rollout';
import { scriptsOf } from './bench-face/scripts';
import { type Site, withSite } from './bench-face/site';
import { frameMs } from './bench-face/trace';

/** What is aimed at: kB of a lesson's scripts; frames a second with this many Pods. */
const aims = { lessonKB: 250, pods: 1_000, framesPerSecond: 60 } as const;
const visits = 3;

/** The pages that are measured: one of each sort, and every written lesson. */
function pages(): readonly string[] {
  const lessons = getLessons().filter(({ written }) => written);
  const [lab] = getFigures().filter(({ kind }) => kind === 'lab');
  return [
    '/en',
    ...lessons.map(({ slug }) => `/en/learn/${slug}`),
    ...(lab ? [`/en/lab/${pageIdOf(lab)}`, `/embed/en/${lab.lesson.slug}/${lab.id}`] : []),
    '/en/play',
    '/en/packets',
  ];
}

const row = (first: string, cells: readonly (string | number)[]) =>
  console.log(`${first.padEnd(56)}${cells.map((cell) => String(cell).padStart(12)).join('')}`);

/** What a figure costs in a browser, all of it or the named parts. Prints side by side, judges nothing. */
export async function benchFace(parts: readonly string[]): Promise<void> {
  await withSite(async (site) => {
    const [cpu] = cpus();
    const [load = 0] = loadavg();
    console.log(
      `Chromium ${site.browser.version()} on ${cpus().length} × ${cpu?.model.trim()}; load before it began: ${load.toFixed(1)}`,
    );
    if (site.isOld) console.log('The build is older than the sources: npm run build makes it anew.');
    for (const [name, measure] of Object.entries({ frames, answers, scripts }))
      if (parts.length === 0 || parts.includes(`--${name}`)) await measure(site);
  });
}

async function frames(site: Site): Promise<void> {
  console.log(
    `\nFrames while every Deployment rolls out a new image in /play, 1280 × 900, speed 1×. Aim: ${aims.framesPerSecond} a second at ${aims.pods} Pods.`,
  );
  const late = `> ${frameMs} ms`;
  row('Pods', [
    'frames',
    'mean ms',
    'p95 ms',
    late,
    'long tasks',
    'longest ms',
    'page ms',
    'engine ms',
    'open ms',
    'played ms',
  ]);
  for (const pods of [100, 1_000]) {
    const seen = await watchRollout(site, pods);
    row(String(pods), [
      seen.drawn,
      seen.meanMs.toFixed(1),
      seen.p95Ms.toFixed(1),
      `${(seen.lateShare * 100).toFixed(1)} %`,
      seen.longTasks,
      seen.longestTaskMs.toFixed(0),
      seen.pageMs.toFixed(1),
      seen.engineMs.toFixed(1),
      seen.openMs,
      seen.playedMs.toFixed(0),
    ]);
  }
  console.log(
    'page ms, engine ms: processor time of the page’s thread and of its worker for each frame drawn.',
  );
}

async function answers(site: Site): Promise<void> {
  console.log(
    `\nFirst answer of a figure, the page’s thread ${slowedBy} times slower, nothing in the browser’s store; ms from navigation, the middle one of ${visits} visits`,
  );
  row('page', ['painted', 'clickable', 'answered', 'all']);
  for (const path of pages().filter((one) => /^\/en(\/learn|\/lab|$)/.test(one))) {
    const seen: FirstAnswer[] = [];
    for (let visit = 0; visit < visits; visit++) seen.push(await firstAnswer(site, path));
    seen.sort((a, b) => a.answeredMs - b.answeredMs);
    const middle = seen[Math.floor(seen.length / 2)] as FirstAnswer;
    const [painted, alive, answered] = [middle.paintedMs, middle.aliveMs, middle.answeredMs].map(Math.round);
    const all = seen.map(({ answeredMs }) => Math.round(answeredMs)).join(', ');
    row(path, [painted ?? '', alive ?? '', answered ?? '', `   ${all}`]);
  }
}

async function scripts(site: Site): Promise<void> {
  console.log(`\nJavaScript that was loaded, kB gzipped. Aim: a lesson at most ${aims.lessonKB} kB.`);
  row('page', ['at the top', 'read to end', 'worker only', 'without it', 'files']);
  for (const path of pages()) {
    const { opened, read, workers, files } = await scriptsOf(site, path);
    row(path, [...[opened, read, workers, read - workers].map((kB) => kB.toFixed(1)), files]);
  }
}
