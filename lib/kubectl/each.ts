import { Failure, throwAll } from './failure';
import type { Found, Info } from './infos';

/** Does something with each of what was found; what fails keeps back no other. Source: cli-runtime ContinueOnErrorVisitor. */
export function each(
  { infos, failures }: Pick<Found, 'infos' | 'failures'>,
  act: (info: Info) => void,
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
