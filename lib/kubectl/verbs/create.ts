import type { KubeObject, Manifest } from '../../cluster/objects';
import { askedOrTried, type Call, dryRunOf } from '../call';
import { recorded, recordFlag } from '../change-cause';
import { each } from '../each';
import { Failure, Refused, usageFailure, withSource } from '../failure';
import type { Flag } from '../flags/flag';
import {
  dryRunFlag,
  fieldManagerFlag,
  fileFlags,
  printFlags,
  selectorFlag,
  validateFlag,
} from '../flags/sets';
import { find, type Info } from '../infos';
import { withLastApplied } from '../last-applied';
import { doneInTurn } from '../printers/done';
import { fitted, validationOf } from '../validation';
import { atOnce, type Verb, type VerbGroup } from '../verb';
import { createAliases, createKinds } from './create-kinds';

const flags: readonly Flag[] = [
  ...fileFlags,
  selectorFlag,
  dryRunFlag,
  fieldManagerFlag,
  validateFlag,
  ...printFlags,
  { name: 'save-config', kind: 'bool', says: 'keep the manifest in an annotation, as apply does' },
  { name: 'edit', kind: 'bool', says: 'not modelled in Podium' },
  { name: 'raw', kind: 'string', says: 'not modelled in Podium' },
  { name: 'windows-line-endings', kind: 'bool', says: 'taken, does nothing' },
  recordFlag,
];

function createOne(call: Call, info: Info): KubeObject {
  const dryRun = dryRunOf(call);
  const given = info.object as KubeObject;
  const object = recorded(
    call,
    call.flags.bool('save-config') ? withLastApplied(given) : (given as Manifest),
  );
  if (dryRun === 'client') return object as unknown as KubeObject;
  try {
    return askedOrTried(call, dryRun, { verb: 'create', object: fitted(call, object) }) ?? given;
  } catch (error) {
    throw error instanceof Refused ? withSource(error, 'creating', info.source) : error;
  }
}

/** `create -f`. Models kubectl pkg/cmd/create create.go (v1.37). Leaves out: --edit, --raw. */
const fromFile: Verb = {
  help: {
    says: 'Create a resource from a file or from stdin.',
    usage: '-f FILENAME',
    examples: ['# Create what a file says', 'kubectl create -f web.yaml'],
  },
  flags,
  run: atOnce((call) => {
    if (call.words.length > 0) throw usageFailure(call.path, `Unexpected args: [${call.words.join(' ')}]`);
    for (const flag of ['edit', 'raw', 'kustomize'])
      if (call.flags.has(flag)) throw new Failure(`not modelled in Podium: kubectl create --${flag}`);
    const filenames = call.flags.all('filename');
    if (filenames.length === 0) throw new Failure('must specify one of -f and -k');
    validationOf(call);
    const found = find(call, { args: [], filenames, selector: call.flags.text('selector') });
    const turns = found.inTurn ? { infos: found.inTurn, failures: [] } : found;
    each<Info | Failure>(turns, (info) => {
      if (info instanceof Failure) throw info;
      doneInTurn(call, createOne(call, info), 'created', dryRunOf(call));
    });
    if (found.infos.length === 0) throw new Failure('no objects passed to create');
  }),
};

export const create: VerbGroup = {
  says: 'Create a resource from a file or from stdin.',
  children: createKinds,
  aliases: createAliases,
  alone: fromFile,
};
