import type { Metadata } from 'next';
import { NotesPage, notesMetadata } from '@/app/_ui/notes/notes-page';
import { isLocale } from '@/lib/text';

interface NotesParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: NotesParams): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? notesMetadata({ locale, view: 'all' }) : {};
}

/** The study notes in their own order. */
export default async function Notes({ params }: NotesParams) {
  const { locale } = await params;
  return isLocale(locale) ? <NotesPage locale={locale} view="all" /> : null;
}
