/** Podium's mark: three lanes of a score, each in another state, up to the line that means now. */
export function Mark() {
  return (
    <svg width="20" height="24" viewBox="0 0 20 24" aria-hidden="true">
      <path d="M1 4.5h16" stroke="currentColor" strokeWidth="5" />
      <path d="M6.75 9.75H17v3.5H6.75z" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M9.5 17.5h2m2 0h2" stroke="currentColor" strokeWidth="2" />
      <path d="M18 1v22" stroke="var(--now)" strokeWidth="2" />
    </svg>
  );
}
