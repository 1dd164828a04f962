import type { Call } from './call';
import { Failure } from './failure';

/** The files of `-f`, for verbs that take `-k` as well: that is refused. */
export function filenamesOf({ path, flags }: Pick<Call, 'path' | 'flags'>): readonly string[] {
  if (flags.has('kustomize')) throw new Failure(`not modelled in Podium: ${path} --kustomize`);
  return flags.all('filename');
}
