import { Failure } from '../../failure';
import { atOnce, type Verb } from '../../verb';

/** The release whose behaviour Podium models, of kubectl and of the cluster. */
const release = 'v1.37.2';

/** Models kubectl pkg/cmd/version (v1.37). Leaves out: -o, for nothing was built from a commit here. */
export const version: Verb = {
  help: { says: 'Print the client and server version information.', usage: '' },
  flags: [
    { name: 'client', kind: 'bool', says: 'only the version of kubectl' },
    { name: 'output', short: 'o', kind: 'string', says: 'not modelled in Podium' },
  ],
  run: atOnce(({ words, flags, out }) => {
    const output = flags.text('output');
    if (!flags.bool('client') && words.length > 0) throw new Failure(`extra arguments: [${words.join(' ')}]`);
    if (output !== '' && output !== 'yaml' && output !== 'json')
      throw new Failure("--output must be 'yaml' or 'json'");
    if (output !== '') throw new Failure(`not modelled in Podium: kubectl version -o ${output}`);
    out(`Client Version: ${release}`, 'Kustomize Version: v5.8.1');
    if (!flags.bool('client')) out(`Server Version: ${release}`);
  }),
};
