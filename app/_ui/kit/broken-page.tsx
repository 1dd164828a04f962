'use client';

import { errorWords } from '@/app/_ui/error-words';
import { fill } from '@/app/_ui/fill';
import type { Locale } from '@/lib/text';
import { Message } from './message';

interface BrokenPageProps {
  readonly locale: Locale;
  /** The server's name for the failure, as its log has it. */
  readonly digest: string | undefined;
}

/** A page that broke: what happened, what is kept, what to do. The error itself is not shown. */
export function BrokenPage({ locale, digest }: BrokenPageProps) {
  const say = errorWords[locale];
  return (
    <main className="page-width">
      <Message title={say.title} lines={[say.what, say.kept]}>
        <button type="button" onClick={() => window.location.reload()}>
          {say.again}
        </button>
        <a href={`/${locale}`}>{say.home}</a>
        {digest && <span>{fill(say.code, { code: digest })}</span>}
      </Message>
    </main>
  );
}
