'use client';
import { useEffect, useState } from 'react';
import { type Fits, type Opened, openedBy } from './opened';

const nothing: Opened = { kind: 'nothing' };

/**
 * What the page's address brings along. The page comes without it, for a server never sees what stands behind `#`; a link
 * that is pasted into the open page counts, too. `fits` must stay the same function.
 */
export function useOpened(fits: Fits): Opened {
  const [opened, setOpened] = useState<Opened>(nothing);
  useEffect(() => {
    const read = () => setOpened(openedBy(window.location.hash, fits));
    read();
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, [fits]);
  return opened;
}
