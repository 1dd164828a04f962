import { Drawing } from './build-view';
import { type Future, toldCommands } from './future';
import { Parting } from './parting';
import type { LabStatement, Scenario } from './scenario';
import { optionsOf } from './story';
import { Timeline } from './timeline';
import type { FutureName, LabView } from './view';

/** A future as it is run and drawn, and what it was made of: another one is needed when that is another. */
interface Told extends Pick<Future, 'own' | 'policy'> {
  readonly timeline: Timeline;
  readonly drawing: Drawing;
}

/** The timelines of a session's futures: a cache, made of the scenario and of what was done in each. */
export class Timelines {
  private readonly told = new Map<FutureName, Told>();
  private readonly first: Timeline;
  private parting: Parting | undefined;

  constructor(private readonly scenario: Scenario | LabStatement) {
    this.first = new Timeline(optionsOf(scenario), toldCommands(scenario, { own: [] }));
  }

  /** Throws for a future that there is not. */
  of(name: FutureName): Pick<Told, 'timeline' | 'drawing'> {
    const told = this.told.get(name);
    if (!told) throw new Error(`future ${name} has no timeline`);
    return told;
  }

  /** Goes on from these futures: makes timelines of those whose commands are others than they were. */
  tell(futures: readonly Future[]): void {
    for (const { name, from, own, policy } of futures) {
      const known = this.told.get(name);
      if (known?.own === own && known.policy === policy) continue;
      const drawing = new Drawing(this.scenario);
      const source = from === undefined ? undefined : this.told.get(from);
      const isSame = source?.own === own && source.policy === policy;
      const timeline = isSame
        ? source.timeline
        : ((known ?? source)?.timeline.branch(toldCommands(this.scenario, { own, policy })) ??
          this.first.branch(toldCommands(this.scenario, { own, policy })));
      this.told.set(name, { own, policy, timeline, drawing });
    }
    for (const name of this.told.keys())
      if (!futures.some((future) => future.name === name)) this.told.delete(name);
  }

  /** Between a future and the one it was forked from; of the first one, that which was forked from it first. */
  differenceOf(future: Future, futures: readonly Future[], nowMs: number): LabView['firstDifference'] {
    const other = future.from ?? futures.find(({ from }) => from === future.name)?.name;
    if (other === undefined || !this.told.has(other)) return undefined;
    const [left, right] = [this.of(other).timeline, this.of(future.name).timeline];
    if (this.parting?.left !== left || this.parting.right !== right) this.parting = new Parting(left, right);
    left.at(nowMs);
    return this.parting.at(nowMs);
  }
}
