import { AccountLink, ReviewLink } from '@/app/_ui/account/header-links';
import { SearchLink } from '@/app/_ui/search/search-link';
import { searchWords } from '@/app/_ui/search/words';
import { words } from '@/app/_ui/words';
import { type Locale, locales } from '@/lib/text';
import styles from './header.module.css';
import { LanguageLink } from './language-link';
import { Mark } from './mark';
import { Menu } from './menu';
import page from './page.module.css';
import { ThemeButton } from './theme-button';

export interface MenuSection {
  readonly id: string;
  readonly title: string;
}

interface HeaderProps {
  readonly locale: Locale;
  readonly path: string;
  readonly sections?: readonly MenuSection[];
}

/** Mark, the pages that exist, what is due, the search, who is signed in, language, light or dark. Below 720 px the pages and sections are behind one button. */
export function Header({ locale, path, sections }: HeaderProps) {
  const say = words[locale].header;
  const other = locales.find((each) => each !== locale) ?? locale;
  const links = [
    { href: `/${locale}`, title: say.course, current: /^\/($|learn\/|lab\/)/.test(path) },
    { href: `/${locale}/packets`, title: say.packets, current: path.startsWith('/packets') },
    { href: `/${locale}/play`, title: say.play, current: path === '/play' },
    { href: `/${locale}/progress`, title: say.progress, current: path === '/progress' },
  ];
  const review = {
    href: `/${locale}/review`,
    title: say.review,
    due: say.reviewDue,
    current: path === '/review',
  };
  const account = {
    href: `/${locale}/sign-in`,
    signIn: say.signIn,
    account: say.account,
    current: path === '/sign-in',
  };
  return (
    <header className={styles.header}>
      <div className={`${page.inner} ${styles.row}`}>
        <a className={styles.mark} href={`/${locale}`}>
          <Mark />
          <span>{say.label}</span>
        </a>
        <nav className={styles.pages} aria-label={say.label}>
          {links.map((link) => (
            <a key={link.href} href={link.href} data-current={link.current || undefined}>
              {link.title}
            </a>
          ))}
          <ReviewLink {...review} />
        </nav>
        <div className={styles.end}>
          <SearchLink
            locale={locale}
            title={say.search}
            words={searchWords[locale]}
            current={path === '/search'}
          />
          <span className={styles.wideOnly}>
            <AccountLink {...account} />
          </span>
          <LanguageLink
            href={`/${other}${path === '/' ? '' : path}`}
            title={say.toOther}
            lang={say.otherLang}
            label={say.otherLabel}
          />
          <span className={styles.wideOnly}>
            <ThemeButton label={say.theme} />
          </span>
          <Menu title={sections ? say.sections : say.menu} hasSections={sections !== undefined}>
            {sections && (
              <ol className={styles.sections}>
                {sections.map((section) => (
                  <li key={section.id}>
                    <a href={`#${section.id}`}>{section.title}</a>
                  </li>
                ))}
              </ol>
            )}
            <ul className={styles.menuPages}>
              {links.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.title}</a>
                </li>
              ))}
              <li>
                <ReviewLink {...review} />
              </li>
              <li>
                <AccountLink {...account} />
              </li>
              <li>
                <ThemeButton label={say.theme} withLabel />
              </li>
            </ul>
          </Menu>
        </div>
      </div>
    </header>
  );
}
