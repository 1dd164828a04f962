import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { alternates } from '@/app/_ui/kit/alternates';
import { Footer } from '@/app/_ui/kit/footer';
import page from '@/app/_ui/kit/page.module.css';
import { LivingLoneBench, LivingLoneLab } from '@/app/_ui/lone/living';
import { words } from '@/app/_ui/words';
import { figureOfPage, getFigures, pageIdOf } from '@/lib/course/figures';
import { createSession } from '@/lib/lab/create-session';
import { isLocale } from '@/lib/text';

export const dynamicParams = false;
export const generateStaticParams = () => pages().map((figure) => ({ lab: pageIdOf(figure) }));

/** A question needs its lesson around it; labs and figures stand on the whole screen, too. */
const pages = () => getFigures().filter(({ kind }) => kind !== 'prediction');

interface LabParams {
  readonly params: Promise<{ readonly locale: string; readonly lab: string }>;
}

async function figureOf(params: LabParams['params']) {
  const { locale, lab } = await params;
  const figure = figureOfPage(lab);
  if (!isLocale(locale) || !figure || figure.kind === 'prediction') notFound();
  return { locale, figure, path: `/lab/${lab}` };
}

export async function generateMetadata({ params }: LabParams): Promise<Metadata> {
  const { locale, figure, path } = await figureOf(params);
  return {
    title: figure.title[locale],
    description: figure.scenario.caption[locale],
    alternates: alternates(locale, path, figure.title[locale]),
  };
}

/** A lesson's lab, figure or bench on the whole screen. A link with a moment behind `#` opens here. */
export default async function LabPage({ params }: LabParams) {
  const { locale, figure, path } = await figureOf(params);
  const { scenario, title, lesson } = figure;
  const first = createSession(scenario).view();
  const site = words[locale].header;
  const place = { locale, path, site, lesson: { slug: lesson.slug, number: lesson.number } };
  const bench = figure.kind === 'figure' ? figure.bench : undefined;
  return (
    <>
      <a className={page.skip} href="#text">
        {words[locale].skip}
      </a>
      {bench === undefined ? (
        <LivingLoneLab {...place} {...{ scenario, title, first }} />
      ) : (
        <LivingLoneBench {...place} {...{ bench, scenario, title, first }} />
      )}
      <Footer locale={locale} />
    </>
  );
}
