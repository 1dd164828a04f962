import { podTemplateText } from '../../describe/template';
import { Failure, throwAll } from '../../failure';
import { printFlags } from '../../flags/sets';
import { nameOf, printerOf, shown } from '../../printers/output';
import { aligned } from '../../printers/table';
import { atOnce, type Verb } from '../../verb';
import { rolloutFlags, targets } from './asked';
import { type Revision, revisionsOf } from './revisions';

const none = 'No rollout history found.';

/** Revisions and why they were made. Source: pkg/polymorphichelpers/history.go tabbedString. */
const overview = (all: readonly Revision[]): string[] =>
  all.length === 0
    ? [none]
    : [
        ...aligned(
          [
            ['REVISION', 'CHANGE-CAUSE'],
            ...all.map(({ revision, changeCause }) => [String(revision), changeCause ?? '<none>']),
          ],
          2,
          0,
        ),
        '',
      ];

function chosen(all: readonly Revision[], wanted: number): Revision {
  const found = all.find(({ revision }) => revision === wanted);
  if (!found) throw new Failure('unable to find the specified revision');
  return found;
}

/** Models kubectl pkg/cmd/rollout rollout_history.go (v1.37). */
export const history: Verb = {
  help: { says: 'View rollout history', usage: '(TYPE NAME | TYPE/NAME) [flags]' },
  flags: [
    ...rolloutFlags,
    ...printFlags,
    { name: 'revision', kind: 'int64', unset: '0', says: 'this one in full, with its Pod template' },
  ],
  run: atOnce((call) => {
    const wanted = call.flags.number('revision');
    if (wanted < 0) throw new Failure(`revision must be a positive integer: ${wanted}`);
    const { found, failures } = targets(call);
    const printer = printerOf(call);
    for (const target of found) {
      const all = revisionsOf(call, target);
      if (printer) {
        for (const { holder } of wanted > 0 ? [chosen(all, wanted)] : all)
          call.out(...printer(shown(holder, call.flags)));
        continue;
      }
      const name = nameOf(target.object) + (wanted > 0 ? ` with revision #${wanted}` : '');
      const text =
        wanted > 0 && all.length > 0
          ? podTemplateText(chosen(all, wanted).template).split('\n')
          : overview(all);
      call.out(name, ...text);
    }
    throwAll(failures);
  }),
};
