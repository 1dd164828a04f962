import type { Knowledge } from '@/lib/statistics/knowledge';
import styles from './knowledge-mark.module.css';

/** A concept in ink: not tried dots, tried hollow, right solid with a slit, solid, fading half full. The word stands beside it. */
export function KnowledgeMark({ state }: { readonly state: Knowledge }) {
  return (
    <svg className={styles.mark} viewBox="-8 -8 16 16" width={16} height={16} aria-hidden="true">
      <Shape state={state} />
    </svg>
  );
}

function Shape({ state }: { readonly state: Knowledge }) {
  switch (state) {
    case 'new':
      return <circle r={6} pathLength={12} data-dots />;
    case 'tried':
      return <circle r={6} data-ring />;
    case 'ok':
      return <path d="M-1.2 -6.7A6.8 6.8 0 0 0 -1.2 6.7ZM1.2 -6.7A6.8 6.8 0 0 1 1.2 6.7Z" data-solid />;
    case 'solid':
      return <circle r={6.8} data-solid />;
    case 'fading':
      return (
        <>
          <circle r={6} data-ring />
          <path d="M-6 0A6 6 0 0 0 6 0Z" data-solid />
        </>
      );
  }
}
