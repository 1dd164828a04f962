import type { Metadata } from 'next';
import { Account } from '@/app/_ui/account/account';
import { accountWords } from '@/app/_ui/account/words';
import { alternates } from '@/app/_ui/kit/alternates';
import opening from '@/app/_ui/kit/opening.module.css';
import { Page } from '@/app/_ui/kit/page';
import { isLocale } from '@/lib/text';
import styles from './sign-in.module.css';

interface SignInParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: SignInParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { lead, form } = accountWords[locale];
  return { title: form.signIn, description: lead, alternates: alternates(locale, '/sign-in') };
}

/** Where one signs in, makes an account, and looks after it. */
export default async function SignInPage({ params }: SignInParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const say = accountWords[locale];
  return (
    <Page locale={locale} path="/sign-in">
      <div className={opening.opening}>
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      <noscript>
        <p className={opening.noScript}>{say.noScript}</p>
      </noscript>
      <div className="needs-script">
        <Account locale={locale} words={say} />
      </div>
      <div className={styles.about}>
        <Said title={say.givesTitle} lines={say.gives} />
        <Said title={say.givesNotTitle} lines={say.givesNot} />
      </div>
    </Page>
  );
}

function Said({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
