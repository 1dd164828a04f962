import { spoken } from '../language/spoken';

/** Words of a statechart beside the machine's own. */
export interface ChartWords {
  readonly label: string;
  readonly now: string;
  readonly anyState: string;
  readonly everyState: string;
  readonly everyBut: string;
  readonly mostStates: string;
  readonly list: string;
  readonly begins: string;
  readonly ends: string;
  readonly current: string;
  /** A way in the list: after what, by which rule, to where. */
  readonly after: string;
  readonly otherwise: string;
  readonly atOnce: string;
  readonly leadsTo: string;
  /** The object of a rule that names none. */
  readonly unnamed: string;
}

export const chartWords = spoken('chart');
