import type { Metadata } from 'next';
import { alternates } from '@/app/_ui/kit/alternates';
import { Page } from '@/app/_ui/kit/page';
import { RecordingTrace } from '@/app/_ui/truth/recording-trace';
import { truthWords } from '@/app/_ui/truth/words';
import { isLocale } from '@/lib/text';

interface RecordingParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: RecordingParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: truthWords[locale].trace.title, alternates: alternates(locale, '/truth/recording') };
}

/** One recording, played in the reader's own browser: `?name=statefulset/ordered-create`. */
export default async function RecordingPage({ params }: RecordingParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  return (
    <Page locale={locale} path="/truth/recording">
      <noscript>
        <p>{truthWords[locale].trace.noScript}</p>
      </noscript>
      <RecordingTrace locale={locale} words={truthWords[locale]} />
    </Page>
  );
}
