import type { SwapFound } from '@/lib/lab/swap-test/run';
import styles from './swap-test.module.css';

/** The form of what a client found: solid all is there, hollow at first, black what is missed. Hue says nothing. */
export function SwapMark({ found }: { readonly found: SwapFound }) {
  return (
    <svg className={styles.mark} viewBox="0 0 16 16" aria-hidden="true" data-found={found}>
      {forms[found]}
    </svg>
  );
}

const cross = <path d="M4 4l8 8M12 4l-8 8" fill="none" strokeWidth="2" />;
const ring = <circle cx="8" cy="8" r="5.2" fill="none" strokeWidth="1.6" />;
const box = <rect x="2.8" y="2.8" width="10.4" height="10.4" fill="none" strokeWidth="1.6" />;

const forms: Readonly<Record<SwapFound, React.ReactNode>> = {
  ok: <circle cx="8" cy="8" r="5.6" stroke="none" />,
  first: ring,
  refused: cross,
  cold: (
    <>
      {ring}
      <path d="M2.8 8a5.2 5.2 0 0 0 10.4 0z" stroke="none" />
    </>
  ),
  loggedOut: box,
  elsewhere: (
    <>
      {box}
      <path d="M2.8 13.2V2.8h5.2v10.4z" stroke="none" />
    </>
  ),
  gone: <circle cx="8" cy="8" r="5.2" fill="none" strokeWidth="1.6" strokeDasharray="2 2.1" />,
  empty: (
    <>
      {ring}
      <path d="M4.4 11.6l7.2-7.2" fill="none" strokeWidth="1.6" />
    </>
  ),
  lost: <rect x="2.4" y="2.4" width="11.2" height="11.2" stroke="none" />,
};
