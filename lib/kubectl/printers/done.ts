import type { KubeObject } from '../../cluster/objects';
import { type Call, type DryRun, dryRunSuffix } from '../call';
import { nameOf, printerOf, shown } from './output';

/** `pod/web created`: how verbs say what they did, unless `-o` wants the object. Source: cli-runtime NamePrinter. */
export function done(call: Call, object: KubeObject, operation: string, dryRun: DryRun = 'none'): void {
  const printer = printerOf(call);
  if (printer) call.print(printer(shown(object, call.flags)));
  else call.out(...`${nameOf(object)} ${operation}${dryRunSuffix(dryRun)}`.split('\n'));
}

const begun = new WeakSet<Call>();

/** As `done`, for verbs with one printer for all of their objects: YAML documents are parted. Source: cli-runtime YAMLPrinter. */
export function doneInTurn(call: Call, object: KubeObject, operation: string, dryRun: DryRun = 'none'): void {
  if (call.flags.text('output') === 'yaml') {
    if (begun.has(call)) call.out('---');
    begun.add(call);
  }
  done(call, object, operation, dryRun);
}
