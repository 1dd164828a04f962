import type { Verdict } from '@/lib/course/claim';

const forms: Readonly<Record<Verdict, React.ReactNode>> = {
  holds: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  'holds-with-nuance': <path d="M2 7a6 6 0 0 1 12 0zM2 9.5h12a6 6 0 0 1-12 0z" fill="currentColor" />,
  outdated: <path d="M2 3l12 5-12 5z" fill="currentColor" />,
  wrong: <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="2" />,
  'cut-off': (
    <path
      d="M2 8h.01M6 8h.01M10 8h.01M14 8h.01"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
    />
  ),
};

/** A verdict in ink: solid, solid with a slit, closing hairpin, cross, dots. Its word always stands beside it. */
export function VerdictMark({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
      {forms[verdict]}
    </svg>
  );
}
