'use client';

import styles from './header.module.css';

const system = () => (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

/** Turns to the other theme. A choice that equals the system's is forgotten, so that the page follows it again. */
function turn() {
  const root = document.documentElement;
  const theme = (root.dataset.theme ?? system()) === 'dark' ? 'light' : 'dark';
  const chosen = theme === system() ? undefined : theme;
  if (chosen) root.dataset.theme = chosen;
  else delete root.dataset.theme;
  try {
    if (chosen) localStorage.setItem('podium-theme', chosen);
    else localStorage.removeItem('podium-theme');
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

export function ThemeButton({
  label,
  withLabel = false,
}: {
  readonly label: string;
  readonly withLabel?: boolean;
}) {
  return (
    <button
      type="button"
      className={`${withLabel ? styles.themeRow : styles.theme} needs-script`}
      aria-label={withLabel ? undefined : label}
      title={withLabel ? undefined : label}
      onClick={turn}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
      {withLabel && label}
    </button>
  );
}
