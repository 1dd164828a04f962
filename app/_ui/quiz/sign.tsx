/** Tick or cross in ink. `title` is what a screen reader says. */
export function Sign({ isRight, title }: { readonly isRight: boolean; readonly title: string }) {
  const path = isRight ? 'M2 8.5L6 12.5L14 3' : 'M3 3L13 13M13 3L3 13';
  return (
    <svg viewBox="0 0 16 16" width={16} height={16} role="img">
      <title>{title}</title>
      <path d={path} fill="none" stroke="currentColor" strokeWidth={isRight ? 2.6 : 2} />
    </svg>
  );
}
