'use client';

import { useParams } from 'next/navigation';
import { BrokenPage } from '@/app/_ui/kit/broken-page';
import { isLocale } from '@/lib/text';

export default function LocaleError({ error }: { readonly error: Error & { readonly digest?: string } }) {
  const { locale } = useParams();
  return <BrokenPage locale={isLocale(locale) ? locale : 'en'} digest={error.digest} />;
}
