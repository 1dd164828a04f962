import type { ChartLayout, ChartName } from './chart-layout';
import container from './charts/container.json';
import packet from './charts/packet.json';
import pod from './charts/pod.json';
import probe from './charts/probe.json';

/** A machine as it was read and laid out by `npm run charts`; a test holds it equal to the machine that runs. */
export interface Chart {
  readonly name: string;
  readonly states: readonly {
    readonly id: string;
    readonly parent?: string;
    readonly isInitial: boolean;
    readonly isFinal: boolean;
    readonly hasParts: boolean;
  }[];
  /** In the order in which the machine asks; `from` is empty for ways that hold in every state. */
  readonly arrows: readonly {
    readonly from: string;
    readonly to: string;
    readonly event?: string;
    readonly guard?: string;
  }[];
  readonly shapes: Readonly<Record<'down' | 'wide', ChartLayout>>;
}

export const charts = { pod, container, probe, packet } as unknown as Readonly<Record<ChartName, Chart>>;
