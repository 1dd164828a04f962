import type { ReactNode } from 'react';
import { fill } from '@/app/_ui/fill';
import { LanguageLink } from '@/app/_ui/kit/language-link';
import { Mark } from '@/app/_ui/kit/mark';
import { ThemeButton } from '@/app/_ui/kit/theme-button';
import type { Words } from '@/app/_ui/words';
import { type Locale, locales } from '@/lib/text';
import styles from './lone.module.css';
import { loneWords } from './words';

/** The page that a lesson's lab, figure or bench has to itself. */
export interface LonePlace {
  readonly locale: Locale;
  readonly site: Words['header'];
  /** Of the page, without the language: `/lab/LESSON--LAB`. */
  readonly path: string;
  readonly lesson: { readonly slug: string; readonly number: number };
}

/** The one bar above it: its name, the way to its lesson, what can be done with it, language and theme. */
export function LoneBar({
  locale,
  site,
  path,
  lesson,
  name,
  children,
}: LonePlace & { readonly name: string; readonly children?: ReactNode }) {
  const other = locales.find((each) => each !== locale) ?? locale;
  return (
    <header className={styles.bar}>
      <a className={styles.home} href={`/${locale}`}>
        <Mark />
        <span>{site.label}</span>
      </a>
      <p className={styles.name}>{name}</p>
      <a href={`/${locale}/learn/${lesson.slug}`}>
        {fill(loneWords[locale].lab.lesson, { n: lesson.number })}
      </a>
      <div className={styles.acts}>
        {children}
        <LanguageLink
          href={`/${other}${path}`}
          title={site.toOther}
          lang={site.otherLang}
          label={site.otherLabel}
        />
        <ThemeButton label={site.theme} />
      </div>
    </header>
  );
}
