import type { KubeObject } from '../../cluster/objects';
import { usageFailure } from '../failure';
import { filenamesOf } from '../filenames';
import { fileFlags, selectorFlag } from '../flags/sets';
import { findAll } from '../infos';
import { lastApplied } from '../last-applied';
import { jsonLines } from '../printers/json';
import { atOnce, type Verb } from '../verb';
import { yamlLines } from '../yaml/emit';

/** Shows what the last apply said. Models kubectl pkg/cmd/apply apply_view_last_applied.go (v1.37). */
export const viewLastApplied: Verb = {
  help: {
    says: 'View the latest last-applied-configuration annotations by type/name or file.',
    usage: '(TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME)',
    examples: ['kubectl apply view-last-applied deployment/web'],
  },
  flags: [
    ...fileFlags,
    selectorFlag,
    { name: 'all', kind: 'bool', says: 'all objects of the type' },
    { name: 'output', short: 'o', kind: 'string', unset: 'yaml', says: 'yaml or json' },
  ],
  run: atOnce((call) => {
    const output = call.flags.text('output');
    const infos = findAll(call, {
      args: call.words,
      filenames: filenamesOf(call),
      selector: call.flags.text('selector'),
      typeAloneIsAll: call.flags.bool('all'),
      latest: true,
    });
    // Objects that nobody applied are passed over without a word.
    const all = infos.flatMap(({ object }) => lastApplied(object as KubeObject) ?? []);
    for (const said of all) {
      if (output === 'json') call.print(jsonLines(said));
      else if (output === 'yaml') call.print(yamlLines(said as never));
      else
        throw usageFailure(
          call.path,
          `Unexpected -o output mode: ${output}, the flag 'output' must be one of yaml|json`,
        );
    }
  }),
};
