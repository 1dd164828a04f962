import { useEffect, useState } from 'react';
import { waitingChanged } from '@/app/_ui/quiz/waiting-answers';
import { type KeptHere, keptHere, nothingHere } from './kept-here';

const changes = [waitingChanged, 'storage'] as const;

/** What waits in this browser; counted again when something may have been sent, here or in another tab. */
export function useKeptHere(): KeptHere {
  const [kept, setKept] = useState(nothingHere);
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
