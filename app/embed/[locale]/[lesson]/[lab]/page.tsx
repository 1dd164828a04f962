import '@/app/_ui/language/both';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { fill } from '@/app/_ui/fill';
import { sentenceText } from '@/app/_ui/lab/sentence';
import { labWords } from '@/app/_ui/lab/words';
import { emptyCluster } from '@/app/_ui/lone/cluster';
import { words } from '@/app/_ui/words';
import { getFigure, getFigures, type LoneFigure, pageIdOf } from '@/lib/course/figures';
import { createSession } from '@/lib/lab/create-session';
import { playNodes } from '@/lib/lab/examples';
import { isLocale, type Locale } from '@/lib/text';
import { Widget, type WidgetProps } from '../../../widget';
import { embedWords } from '../../../words';

/** A widget of no lesson: the cluster that a link of the playground holds. */
const cluster = { lesson: 'play', lab: 'cluster' } as const;

export const dynamicParams = false;
export const generateStaticParams = () => [
  cluster,
  ...getFigures().map(({ lesson, id }) => ({ lesson: lesson.slug, lab: id })),
];

interface EmbedParams {
  readonly params: Promise<{ readonly locale: string; readonly lesson: string; readonly lab: string }>;
}

async function widgetOf(params: EmbedParams['params']): Promise<WidgetProps> {
  const { locale, lesson, lab } = await params;
  if (!isLocale(locale)) notFound();
  if (lesson === cluster.lesson && lab === cluster.lab) return clusterWidget(locale);
  const figure = getFigure(lesson, lab);
  if (!figure) notFound();
  return lessonWidget(figure, locale);
}

function clusterWidget(locale: Locale): WidgetProps {
  const { scenario } = emptyCluster(playNodes.usual, locale);
  const say = embedWords[locale];
  return {
    locale,
    words: say,
    site: words[locale].site,
    kind: 'cluster',
    heading: say.cluster,
    about: say.about.cluster,
    scenario,
    first: createSession(scenario).view(),
    whole: `/${locale}/play`,
  };
}

function aboutOf(figure: LoneFigure, locale: Locale): string {
  const { about } = embedWords[locale];
  switch (figure.kind) {
    case 'figure':
      return figure.bench === undefined ? figure.scenario.caption[locale] : about.bench;
    case 'lab':
      return fill(about.lab, { goals: figure.scenario.goals.length });
    case 'prediction':
      return fill(about.prediction, { choices: figure.prediction.choices.length });
  }
}

function lessonWidget(figure: LoneFigure, locale: Locale): WidgetProps {
  const { kind, scenario, title, lesson } = figure;
  const first = createSession(scenario).view();
  const bench = kind === 'figure' ? figure.bench : undefined;
  const says = kind === 'figure' && bench === undefined;
  return {
    locale,
    words: embedWords[locale],
    site: words[locale].site,
    kind,
    heading: says ? sentenceText(labWords[locale], first.sentence) : title[locale],
    about: aboutOf(figure, locale),
    scenario,
    first,
    ...(bench && { bench }),
    lesson: `/${locale}/learn/${lesson.slug}`,
    ...(kind === 'prediction'
      ? { prediction: figure.prediction }
      : { whole: `/${locale}/lab/${pageIdOf(figure)}` }),
  };
}

export async function generateMetadata({ params }: EmbedParams): Promise<Metadata> {
  const { heading } = await widgetOf(params);
  return { title: heading.replaceAll('`', '') };
}

/** A widget: one lab, figure or question, for an iframe of another site. */
export default async function EmbedPage({ params }: EmbedParams) {
  return <Widget {...(await widgetOf(params))} />;
}
