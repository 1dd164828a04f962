import type { Status } from '../cluster/command';

/**
 * What kubectl prints on stderr when a verb fails, and its exit code. Models kubectl pkg/cmd/util checkErr, StandardErrorMessage,
 * MultilineError, statusCausesToAggrError (v1.37). Thrown inside lib/kubectl only; the shell makes output of it.
 */
export class Failure extends Error {
  constructor(
    message: string,
    readonly exit = 1,
  ) {
    super(message);
  }
}

/** What another program than kubectl says. */
export class Plain extends Failure {}

/** The API server said no. */
export class Refused extends Failure {
  constructor(readonly status: Status) {
    super(status.message);
  }
}

/** Several things failed; each gets a line. */
export class Failures extends Failure {
  constructor(readonly all: readonly Failure[]) {
    super(all.map(({ message }) => message).join('\n'));
  }
}

/** Nothing more to say. */
export class Silent extends Failure {
  constructor(exit = 1) {
    super('', exit);
  }
}

/** Throws what has failed, if anything has. */
export function throwAll(failures: readonly Failure[]): void {
  const [first] = failures;
  if (first) throw failures.length === 1 ? first : new Failures(failures);
}

const serverSays = ({ reason, message }: Status): string =>
  reason ? `Error from server (${reason}): ${message}` : `Error from server: ${message}`;

function invalidWords({ message, details, causes }: Status): string {
  if (!details) return `The request is invalid: ${message}`;
  const head =
    details.kind || details.name
      ? `The ${details.kind} "${details.name}" is invalid`
      : 'The request is invalid';
  const said = [...new Set((causes ?? []).map((cause) => `${cause.field ?? ''}: ${cause.message}`))];
  if (said.length === 0) return details.kind || details.name ? head : `${head}: ${message}`;
  return said.length === 1
    ? `${head}: ${said[0]}`
    : [`${head}: `, ...said.map((one) => `* ${one}`)].join('\n');
}

const messageOf = (failure: Failure): string =>
  failure instanceof Refused ? serverSays(failure.status) : failure.message;

/** The lines that a failure prints. */
export function wordsOf(failure: Failure): string[] {
  if (failure instanceof Silent) return [];
  if (failure instanceof Plain) return failure.message.split('\n');
  if (failure instanceof Failures) return failure.all.flatMap((one) => messageOf(one).split('\n'));
  if (failure instanceof Refused)
    return (
      failure.status.reason === 'Invalid' ? invalidWords(failure.status) : serverSays(failure.status)
    ).split('\n');
  const { message } = failure;
  return (message.startsWith('error: ') ? message : `error: ${message}`).split('\n');
}

/** Adds to an error what was being done to which file. Source: AddSourceToErr. */
export function withSource(failure: Failure, doing: string, source: string | undefined): Failure {
  if (source === undefined) return failure;
  const message = `error when ${doing} ${JSON.stringify(source)}: ${failure.message}`;
  return failure instanceof Refused
    ? new Refused({ ...failure.status, message })
    : new Failure(message, failure.exit);
}

/** A mistake in how a verb was called. Source: UsageErrorf. */
export const usageFailure = (path: string, message: string): Failure =>
  new Failure(`${message}\nSee '${path} -h' for help and examples`);
