'use client';
import { useEffect } from 'react';

/**
 * Puts back the hash of a link that was followed while the page came alive: the router begins with the address as it was when
 * it started, and writes that over the one in between. The element that the browser went to is still the target.
 */
export function useKeptHash(): void {
  useEffect(() => {
    // Not before the router listens: it would go back to its own address at the next change.
    const timer = setTimeout(() => {
      const target = document.querySelector(':target');
      if (target && window.location.hash === '') window.history.replaceState(null, '', `#${target.id}`);
    });
    return () => clearTimeout(timer);
  }, []);
}
