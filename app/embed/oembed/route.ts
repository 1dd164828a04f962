import { words } from '@/app/_ui/words';
import { figureOfPage, getFigure, getFigures, type LoneFigure } from '@/lib/course/figures';
import { type AskedPage, type AskedWidget, cacheSeconds, oembedAnswer } from '@/lib/embed/oembed';
import { siteOf } from '@/lib/server/site';
import type { Locale } from '@/lib/text';
import { embedWords } from '../words';

/** A widget of no lesson: the cluster of the playground. */
const cluster = { lesson: 'play', lab: 'cluster' } as const;

/** The figure that a page shows alone; of a lesson its first lab. */
function figureOf({ kind, id }: AskedPage): LoneFigure | undefined {
  if (kind === 'lab') return figureOfPage(id);
  if (kind === 'lesson') return getFigures().find(({ lesson }) => lesson.slug === id);
  const [lesson = '', lab = ''] = id.split('/');
  return getFigure(lesson, lab);
}

function widgetOf(page: AskedPage): AskedWidget | undefined {
  const locale: Locale = page.locale ?? 'en';
  const isCluster =
    page.kind === 'play' || (page.kind === 'widget' && page.id === `${cluster.lesson}/${cluster.lab}`);
  if (isCluster) return { name: cluster, title: embedWords[locale].cluster };
  const figure = figureOf(page);
  // A question has no page of its own, but a widget.
  if (!figure || (page.kind === 'lab' && figure.kind === 'prediction')) return undefined;
  const { lesson, id, title } = figure;
  return { name: { lesson: lesson.slug, lab: id }, title: title[locale].replaceAll('`', '') };
}

/** oEmbed: how a page of this site is shown in another one. Anybody may ask, from a browser too. */
export function GET(request: Request): Response {
  const answer = oembedAnswer(new URL(request.url).searchParams, {
    ...siteOf(request),
    name: words.en.site,
    widgetOf,
  });
  const headers = {
    'Access-Control-Allow-Origin': '*',
    'Cache-Control': answer.status === 200 ? `public, max-age=${cacheSeconds}` : 'no-cache',
  };
  return answer.status === 200
    ? Response.json(answer.body, { headers })
    : Response.json({ error: { code: answer.code } }, { status: answer.status, headers });
}
