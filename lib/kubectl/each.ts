import { Failure, throwAll } from './failure';

/** Does something with each of what was found; what fails keeps back no other. Source: cli-runtime ContinueOnErrorVisitor. */
export function each<One>(
  { infos, failures }: { readonly infos: readonly One[]; readonly failures: readonly Failure[] },
  act: (one: One) => void,
): void {
  const all = [...failures];
  for (const info of infos) {
    try {
      act(info);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      all.push(error);
    }
  }
  throwAll(all);
}
