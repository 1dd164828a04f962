import { globalOptions } from '../../help-text';
import { atOnce, type Verb } from '../../verb';

/** Flags of every verb. Models kubectl pkg/cmd/options (v1.37). */
export const options: Verb = {
  help: { says: 'Print the list of flags inherited by all commands.', usage: '' },
  flags: [],
  run: atOnce(({ print }) => print(globalOptions())),
};
