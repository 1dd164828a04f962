import type { Metadata } from 'next';
import { Glossary, glossaryLead } from '@/app/_ui/glossary/glossary-list';
import { glossaryWords } from '@/app/_ui/glossary/words';
import { alternates } from '@/app/_ui/kit/alternates';
import opening from '@/app/_ui/kit/opening.module.css';
import { Page } from '@/app/_ui/kit/page';
import { KeptHash } from '@/app/_ui/lesson/kept-hash';
import { glossaryOf } from '@/lib/course/glossary';
import { isLocale } from '@/lib/text';

interface GlossaryParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: GlossaryParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return {
    title: glossaryWords[locale].title,
    description: glossaryLead(locale),
    alternates: alternates(locale, '/glossary'),
  };
}

/** Every word that a lesson explains, in the order of a dictionary. */
export default async function GlossaryPage({ params }: GlossaryParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  return (
    <Page locale={locale} path="/glossary">
      <KeptHash />
      <div className={opening.opening}>
        <h1>{glossaryWords[locale].title}</h1>
        <p>{glossaryLead(locale)}</p>
      </div>
      <Glossary glossary={glossaryOf(locale)} locale={locale} />
    </Page>
  );
}
