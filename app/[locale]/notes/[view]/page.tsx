import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { NotesPage, notesMetadata } from '@/app/_ui/notes/notes-page';
import { isNotesView, notesViews } from '@/app/_ui/notes/views';
import { isLocale } from '@/lib/text';

export const dynamicParams = false;
export const generateStaticParams = () => notesViews.map((view) => ({ view }));

interface NotesParams {
  readonly params: Promise<{ readonly locale: string; readonly view: string }>;
}

async function viewOf(params: NotesParams['params']) {
  const { locale, view } = await params;
  if (!isLocale(locale) || !isNotesView(view)) notFound();
  return { locale, view };
}

export async function generateMetadata({ params }: NotesParams): Promise<Metadata> {
  return notesMetadata(await viewOf(params));
}

/** The study notes by lesson, or those of one verdict. */
export default async function NotesOfView({ params }: NotesParams) {
  return <NotesPage {...(await viewOf(params))} />;
}
