import { InlineText } from '@/app/_ui/kit/inline-text';
import type { Locale } from '@/lib/text';
import styles from './roads.module.css';
import { type RoadComparison, type RoadManifest, roadComparisons } from './roads-manifests';
import { type Road, roadRows, roads, roadsWords } from './roads-words';

interface In {
  readonly locale: Locale;
}

/** NodePort, LoadBalancer, Ingress and Gateway side by side, then one rule as Ingress and as Gateway with HTTPRoute. */
export function Roads({ locale }: In) {
  return (
    <section className={styles.part} aria-labelledby="roads">
      <h2 id="roads">{roadsWords.title[locale]}</h2>
      <p>{roadsWords.lead[locale]}</p>
      <div className={styles.table}>
        <div className={styles.labels} aria-hidden="true">
          {roadRows.map((row) => (
            <span key={row}>{roadsWords.rows[row][locale]}</span>
          ))}
        </div>
        {roads.map((road) => (
          <RoadColumn key={road.name} road={road} locale={locale} />
        ))}
      </div>
      {roadComparisons.map((comparison) => (
        <Comparison key={comparison.id} comparison={comparison} locale={locale} />
      ))}
    </section>
  );
}

/** A column of the table where there is room for four, a block of its own where there is not. */
function RoadColumn({ road, locale }: In & { readonly road: Road }) {
  const id = `road-${road.name.toLowerCase()}`;
  return (
    <section className={styles.road} aria-labelledby={id}>
      <h3 id={id} lang="en">
        {road.name}
      </h3>
      <dl>
        {roadRows.map((row) => (
          <div key={row}>
            <dt>{roadsWords.rows[row][locale]}</dt>
            <dd>
              {row === 'connections' && <Line isProxied={road.isProxied} locale={locale} />}
              <InlineText text={road.says[row][locale]} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** One line that passes through a node, or two that meet in a proxy. The words beside it say the same. */
function Line({ isProxied, locale }: In & { readonly isProxied: boolean }) {
  return (
    <svg className={styles.line} viewBox="0 0 184 40" aria-hidden="true">
      {isProxied ? (
        <path d="M8 12H74M110 12H176" />
      ) : (
        <>
          <path d="M8 12H176" />
          <rect x="74" y="4" width="36" height="16" className={styles.through} />
        </>
      )}
      <circle cx="8" cy="12" r="5" />
      {isProxied && <rect x="74" y="4" width="36" height="16" />}
      <circle cx="176" cy="12" r="5" />
      <text x="2" y="36">
        {roadsWords.client[locale]}
      </text>
      <text x="92" y="36" textAnchor="middle">
        {roadsWords[isProxied ? 'proxy' : 'node'][locale]}
      </text>
      <text x="182" y="36" textAnchor="end">
        Pod
      </text>
    </svg>
  );
}

function Comparison({ comparison, locale }: In & { readonly comparison: RoadComparison }) {
  return (
    <section className={styles.comparison} aria-labelledby={comparison.id}>
      <h3 id={comparison.id}>{comparison.title[locale]}</h3>
      <p>
        <InlineText text={comparison.says[locale]} />
      </p>
      <div className={styles.sides}>
        <Side manifests={comparison.ingress} locale={locale} />
        <Side manifests={comparison.gateway} locale={locale} />
      </div>
    </section>
  );
}

function Side({ manifests, locale }: In & { readonly manifests: readonly RoadManifest[] }) {
  return (
    <div>
      {manifests.map(({ kind, by, yaml }) => (
        <figure key={kind} className={styles.manifest}>
          <figcaption>
            <span lang="en">{kind}</span>
            {by && <span className={styles.by}>{by[locale]}</span>}
          </figcaption>
          <pre>
            <code lang="en">{yaml}</code>
          </pre>
        </figure>
      ))}
    </div>
  );
}
