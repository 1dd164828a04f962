import type { HandId } from '@/lib/lab/hands';
import { spoken } from '../language/spoken';

/** Every word of the inspector and of what can be done to an object, in one language; `{name}` is filled in. */
export interface InspectorWords {
  readonly tabs: Readonly<Record<'objects' | 'why' | 'yaml' | 'events' | 'machine', string>>;
  readonly label: string;
  readonly objects: string;
  readonly none: string;
  readonly choose: string;
  readonly gone: string;
  readonly isOf: string;
  readonly on: string;
  readonly ready: string;
  readonly going: string;
  readonly endpoints: string;
  readonly oneEndpoint: string;
  readonly endpointsOf: string;
  readonly kept: string;
  readonly restarts: string;
  readonly slow: string;
  readonly more: string;
  readonly fewer: string;
  readonly noCause: string;
  readonly noEvents: string;
  readonly noMachine: string;
  readonly state: string;
  readonly hands: Readonly<Record<HandId, string>>;
  readonly handsOf: string;
  readonly otherHands: string;
  readonly chooseToAct: string;
  readonly noHands: string;
}

export const inspectorWords = spoken('inspector');
