import { useEffect, useState } from 'react';
import { type KeptHere, keptHere } from './kept-here';

const changes = ['podium:progress', 'storage', 'online', 'offline', 'focus'] as const;

/** What waits in this browser; counted again when something may have been sent, here or in another tab. */
export function useKeptHere(): KeptHere {
  const [kept, setKept] = useState<KeptHere>({ answers: 0, sections: 0 });
  useEffect(() => {
    const count = () => setKept(keptHere());
    count();
    for (const change of changes) window.addEventListener(change, count);
    return () => {
      for (const change of changes) window.removeEventListener(change, count);
    };
  }, []);
  return kept;
}
