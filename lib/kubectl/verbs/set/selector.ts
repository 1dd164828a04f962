import type { KubeObject, LabelSelector, Manifest, Service } from '../../../cluster/objects';
import { askedOrTried, type Call, type DryRun } from '../../call';
import { recorded } from '../../change-cause';
import { each } from '../../each';
import { Failure } from '../../failure';
import { filenamesOf } from '../../filenames';
import { find, type Info } from '../../infos';
import { doneInTurn } from '../../printers/done';
import { selectorOf } from '../../selector-of';
import { typed } from '../../typed';
import { atOnce, type Verb } from '../../verb';
import { begun, setFlags } from './pod-spec';

function setOne(call: Call, info: Info, selector: LabelSelector, dryRun: DryRun): void {
  const { resource, name, namespace } = info;
  const object = info.object as KubeObject;
  if (resource.kind !== 'Service') throw new Failure('setting a selector is only supported for Services');
  const { matchLabels = {}, matchExpressions = [] } = selector;
  if (matchExpressions.length > 0) {
    const said = matchExpressions.map(
      ({ key, operator, values = [] }) => `{${key} ${operator} [${values.join(' ')}]}`,
    );
    throw new Failure(`match expression [${said.join(' ')}] not supported on this object`);
  }
  const before = (object as Service).spec.selector ?? {};
  if (dryRun === 'client' || call.flags.bool('local')) {
    const after = { ...recorded(call, object), spec: { ...object.spec, selector: matchLabels } };
    doneInTurn(call, typed(after as unknown as Manifest), 'selector updated', dryRun);
    return;
  }
  const gone = Object.keys(before).filter((key) => matchLabels[key] === undefined);
  const resourceVersion = call.flags.text('resource-version');
  const { annotations } = recorded(call, object).metadata;
  const body = {
    metadata: { ...(annotations && { annotations }), ...(resourceVersion && { resourceVersion }) },
    spec: { selector: { ...matchLabels, ...Object.fromEntries(gone.map((key) => [key, null])) } },
  };
  const patched = askedOrTried(call, dryRun, {
    verb: 'patch',
    kind: 'Service',
    name,
    namespace,
    type: 'strategic',
    body,
  });
  doneInTurn(call, patched ?? object, 'selector updated', dryRun);
}

/** Models kubectl pkg/cmd/set set_selector.go (v1.37). */
export const setSelector: Verb = {
  help: {
    says: 'Set the selector on a resource',
    usage: '(-f FILENAME | TYPE NAME) EXPRESSIONS [--resource-version=version]',
    examples: ["kubectl set selector service web 'app=web,track=stable'"],
  },
  flags: [
    ...setFlags.filter(({ name }) => name !== 'selector'),
    { name: 'resource-version', kind: 'string', says: 'only if this is its version' },
  ],
  run: atOnce((call) => {
    const { words, flags } = call;
    const last = words.at(-1);
    const selector = last === undefined ? undefined : selectorOf(last);
    const dryRun = begun(call);
    if (selector === undefined) throw new Failure('one selector is required');
    const filenames = filenamesOf(call);
    const found = flags.bool('local')
      ? find(call, { args: [], filenames })
      : find(call, { args: words.slice(0, -1), filenames, typeAloneIsAll: flags.bool('all'), latest: true });
    each(found, (info) => setOne(call, info, selector, dryRun));
  }),
};
