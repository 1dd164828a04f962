import type { Socket } from '@/lib/cluster/kubelet/sockets';
import { spoken } from '../language/spoken';

/** Each word of the Pod workbench, in one language; `{name}` is filled in. */
export interface WorkbenchWords {
  /** The sentence: nobody fell, somebody did and why, everybody is still starting. */
  readonly sentence: Readonly<Record<'well' | 'taken' | 'starting' | 'gone', string>>;
  readonly anew: string;
  readonly network: string;
  readonly nodeNetwork: string;
  readonly noAddress: string;
  readonly container: string;
  readonly stands: Readonly<Record<'runs' | 'falls' | 'starts', string>>;
  readonly restarts: string;
  readonly nothing: string;
  readonly listens: string;
  readonly taken: string;
  readonly everywhere: string;
  readonly podAddress: string;
  readonly processes: Readonly<Record<'own' | 'shared', string>>;
  readonly volume: string;
  readonly mountedBy: string;
  readonly mountedByNobody: string;
  readonly hands: Readonly<
    Record<
      | 'server'
      | 'port'
      | 'address'
      | 'hostNetwork'
      | 'sharesProcesses'
      | 'mount'
      | 'move'
      | 'lastOne'
      | 'ask'
      | 'from'
      | 'at'
      | 'of',
      string
    >
  >;
  readonly servers: Readonly<Record<'none' | Socket['protocol'], string>>;
  readonly addresses: Readonly<Record<'all' | 'loopback' | 'pod', string>>;
  readonly askTitle: string;
  readonly answered: string;
  readonly manifests: string;
  readonly leftOut: string;
}

export const workbenchWords = spoken('workbench');
