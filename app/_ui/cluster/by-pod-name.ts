import { useMemo } from 'react';
import { kindOf, nameOf } from '@/lib/cluster/keys';
import type { SceneProps } from './scene';

type Selecting = Pick<SceneProps, 'onSelect' | 'onDelete'>;

/** For a caller that knows Pods by their names: a Pod's key comes back as its name, all other keys as they are. */
export function useByPodName({ onSelect, onDelete }: Selecting): Selecting {
  return useMemo(() => {
    const name = (key: string) => (kindOf(key) === 'Pod' ? nameOf(key) : key);
    return {
      onSelect: onSelect && ((key) => onSelect(key === undefined ? undefined : name(key))),
      onDelete: onDelete && ((key) => onDelete(name(key))),
    };
  }, [onSelect, onDelete]);
}
