import styles from './header.module.css';

/** Turns light to dark and back. public/theme.js does it, so that it works before the page's own scripts have come. */
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
      data-turn-theme
      className={`${withLabel ? styles.themeRow : styles.theme} needs-script`}
      aria-label={withLabel ? undefined : label}
      title={withLabel ? undefined : label}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M8 1.75a6.25 6.25 0 0 1 0 12.5z" fill="currentColor" />
      </svg>
      {withLabel && label}
    </button>
  );
}
