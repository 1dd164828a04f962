/** Something that a person can mend. Its message is one line, printed without a stack; the exit code is 1. */
export class Fault extends Error {}

const KNOWN = [
  [/ENOSPC|no space left on device/i, 'The disk is full. Free some space and run it again.'],
  [/EROFS|read-only file system/i, 'This folder lies on a read-only file system. Podium has to write here.'],
  [
    /gyp ERR! find Python|Could not find any Python/i,
    'Python 3 is missing: npm needs it to compile the SQLite binding on this Node. Install python3, or use Node 22 or newer.',
  ],
  [
    /not found: make|ENOENT.*\bmake\b|\bg\+\+: (?:command )?not found|\bcc: (?:command )?not found|Could not find any Visual Studio/i,
    'A C++ compiler is missing: npm needs make and g++ to compile the SQLite binding on this Node. Install them (Debian: apt-get install build-essential), or use Node 22 or newer.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|network (?:request|timeout)/i,
    'npm cannot reach its registry. Check the network or the proxy settings and run it again.',
  ],
  [
    /EACCES|EPERM|permission denied/i,
    'A file here may not be written by this user. Check who owns this folder.',
  ],
];

/** The one line that says what is wrong, found in a command's output, or undefined for an unknown failure. */
export function faultIn(output) {
  return KNOWN.find(([pattern]) => pattern.test(output))?.[1];
}

/** Throws a Fault when there is something to say. */
export function refuse(message) {
  if (message) throw new Fault(message);
}

/** Runs a command line's main function; a Fault ends it with its one line and exit code 1. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    console.error(`podium: ${error.message}`);
    process.exitCode = 1;
  }
}
