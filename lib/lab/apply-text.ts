import type { Cluster } from '../cluster/cluster';
import type { Command, Status } from '../cluster/command';
import type { LabStatement, Scenario } from './scenario';
import { tryInTurn } from './typing';
import type { TextDocument, Typist } from './typist';
import type { TextRefusal } from './view';

export interface AppliedText {
  /** The commands of the documents that the API server takes, in their order. */
  readonly commands: readonly Command[];
  readonly refusals: readonly TextRefusal[];
}

/**
 * What applying a text to a cluster comes to: an apply for each document, a create for one without a name. `cluster` is a copy
 * to try it on. A document that is refused is left out; its refusal stands at the field that the API server names.
 */
export function appliedText(
  typist: Typist,
  cluster: Cluster,
  text: string,
  scenario: Scenario | LabStatement,
): AppliedText {
  const refusals: TextRefusal[] = [];
  const documents: { readonly document: TextDocument; readonly command: Command }[] = [];
  for (const document of typist.documentsOf(text)) {
    const { object, problem } = document;
    if (problem) refusals.push(problem);
    else if (object) documents.push({ document, command: commandOf(object) });
  }
  const results = tryInTurn(
    cluster,
    documents.map(({ command }) => command),
    scenario,
  );
  const commands: Command[] = [];
  for (const [i, { document, command }] of documents.entries()) {
    const result = results[i];
    if (result?.ok) commands.push(command);
    else if (result) refusals.push(...refusalsOf(result.status, document));
  }
  return { commands, refusals: refusals.sort((a, b) => a.line - b.line) };
}

const commandOf = (object: NonNullable<TextDocument['object']>): Command => ({
  verb: object.metadata.name === undefined ? 'create' : 'apply',
  object,
});

/** One for each field that is named; a refusal that names none stands at the document's first line. */
function refusalsOf({ message, causes }: Status, document: TextDocument): TextRefusal[] {
  const fields = (causes ?? []).filter(({ field }) => field !== undefined);
  if (fields.length === 0)
    return [{ line: document.lineOf(fieldIn(message) ?? '') ?? document.line, text: message }];
  return fields.map(({ field = '', message: detail }) => ({
    line: document.lineOf(field) ?? document.line,
    text: fields.length === 1 ? message : `${field}: ${detail}`,
  }));
}

/** The path in a message that has no causes: `… .spec.replicas: expected numeric`, `unknown field "spec.foo"`. */
export const fieldIn = (message: string): string | undefined =>
  /(?:^|[\s"(])\.?((?:spec|metadata|status|data|apiVersion|kind)(?:\.[\w-]+|\[[^\]]*\])*)(?=[:",\s)])/.exec(
    message,
  )?.[1];
