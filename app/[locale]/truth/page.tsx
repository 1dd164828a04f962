import type { Metadata } from 'next';
import { fill } from '@/app/_ui/fill';
import { alternates } from '@/app/_ui/kit/alternates';
import opening from '@/app/_ui/kit/opening.module.css';
import { Page } from '@/app/_ui/kit/page';
import { ModelText } from '@/app/_ui/truth/model-text';
import styles from '@/app/_ui/truth/truth.module.css';
import { truthWords } from '@/app/_ui/truth/words';
import { modelOf } from '@/lib/conformance/model-files';
import type { Outcome } from '@/lib/conformance/outcome';
import { resultsByGroup } from '@/lib/conformance/results';
import { isLocale } from '@/lib/text';

interface TruthParams {
  readonly params: Promise<{ readonly locale: string }>;
}

export async function generateMetadata({ params }: TruthParams): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const { title, lead } = truthWords[locale];
  return { title, description: lead, alternates: alternates(locale, '/truth') };
}

/** What the model was held against, with every result, and what it leaves out. */
export default async function TruthPage({ params }: TruthParams) {
  const { locale } = await params;
  if (!isLocale(locale)) return null;
  const say = truthWords[locale];
  const sumOf = (of: readonly Outcome[]) =>
    fill(say.of, { passed: of.filter(({ difference }) => !difference).length, count: of.length });
  return (
    <Page locale={locale} path="/truth">
      <div className={opening.opening}>
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      <section className={styles.part} aria-labelledby="measured">
        <h2 id="measured">{say.measured}</h2>
        <p>{say.howMeasured}</p>
        {resultsByGroup().map(([group, of]) => (
          <details key={group} className={styles.group}>
            <summary>
              {say.groups[group] ?? group}
              <span>{sumOf(of)}</span>
            </summary>
            <ol>
              {of.map(({ name, says, hash, difference }) => (
                <li key={name}>
                  <span className={styles.mark} data-differs={difference ? '' : undefined}>
                    {difference ? say.differs : say.holds}
                  </span>
                  <a href={`/${locale}/truth/recording?name=${name}`}>
                    {name}: <span lang="en">{says}</span>
                  </a>
                  <span className={styles.hash}>{hash}</span>
                </li>
              ))}
            </ol>
          </details>
        ))}
      </section>
      <section className={styles.part} aria-labelledby="model">
        <h2 id="model">{say.model}</h2>
        <p>{say.modelLead}</p>
        <ModelText sections={modelOf(locale).sections} words={say} />
      </section>
    </Page>
  );
}
