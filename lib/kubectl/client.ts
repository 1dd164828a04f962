import { isTestImage } from '../cluster/kubelet/program';
import type { Pod } from '../cluster/objects';
import type { Reading } from '../cluster/store';
import { podName, worldFrom } from '../network/from-cluster';
import { networkOf } from '../network/network';
import { type Typed, typed } from '../network/program';
import { hostNamed } from '../network/send';

/** What a client of HTTP in a container printed, and its exit code. */
export interface Asked {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exit: number;
}

/** The test image's own client, and curl, that other images have. */
type Client = 'app' | 'curl';

const seed = 1;

/** The client and the URL that a command names; undefined for a command that asks nobody. */
function clientOf(
  image: string,
  [program = '', ...args]: readonly string[],
): { client: Client; url: string } | undefined {
  const isCurl = /^(.*\/)?curl$/.test(program) && !isTestImage(image);
  if (!isCurl && !(program === '/app' && args[0] === 'get')) return undefined;
  const words = (isCurl ? args : args.slice(1)).filter((word, i, all) => {
    const before = all[i - 1] ?? '';
    return !word.startsWith('-') && !/^(-\w*m|--max-time|--connect-timeout)$/.test(before);
  });
  const [target = ''] = words;
  const withScheme = isCurl && !target.includes('://') ? `http://${target}` : target;
  return { client: isCurl ? 'curl' : 'app', url: withScheme };
}

/** `-s` says nothing of errors either, unless `-S` is with it. */
const isSilent = (command: readonly string[]): boolean => {
  const flags = command.filter((word) => word.startsWith('-'));
  const has = (letter: string, name: string) =>
    flags.some((flag) => flag === name || new RegExp(`^-[a-zA-Z]*${letter}`).test(flag));
  return has('s', '--silent') && !has('S', '--show-error');
};

/** How long curl tries to connect at most, ms, as `-m 2` or `--connect-timeout 2` says; without it as long as Linux does. */
function patienceMs(command: readonly string[]): number | undefined {
  const seconds = command.flatMap((word, i) => {
    const [, joined = ''] = /^-\w*m([\d.]*)$/.exec(word) ?? [];
    const isNamed = /^(-\w*m|--max-time|--connect-timeout)$/.test(word);
    return joined || isNamed ? [Number(joined || command[i + 1])] : [];
  });
  return seconds.length > 0 ? Math.min(...seconds) * 1000 : undefined;
}

/** Source: curl lib/strerror.c, lib/connect.c, lib/multi.c; docs/libcurl/libcurl-errors.md for the codes. */
function curlSays({ output, ending }: Typed, url: string, command: readonly string[]): Asked {
  const [, host = '', port = '80'] = /^http:\/\/([^/:]+)(?::(\d+))?/.exec(url) ?? [];
  if (ending.how === 'answered' || ending.how === 'http') return { stdout: output, exit: 0 };
  if (ending.how === 'local' && ending.loss.sort === 'noName')
    return { stderr: `curl: (6) Could not resolve host: ${host}`, exit: 6 };
  const patience = patienceMs(command);
  // The clock is looked at once the time is over.
  if (ending.how === 'silence' && patience)
    return { stderr: `curl: (28) Connection timed out after ${patience + 1} milliseconds`, exit: 28 };
  const [code, ms] = ending.how === 'silence' ? [28, 134_000] : [7, 0];
  const text = `Failed to connect to ${host} port ${port} after ${ms} ms: Could not connect to server`;
  return { stderr: `curl: (${code}) ${text}`, exit: code };
}

/**
 * What a client prints that is run in a container: the packets go through the network of the cluster as it stands now. Undefined
 * for a command that asks nobody, and for a URL that no client here can ask for.
 */
export function askedIn(
  reading: Reading,
  pod: Pod,
  image: string,
  command: readonly string[],
): Asked | undefined {
  const found = clientOf(image, command);
  if (!found || !/^http:\/\/[^/:]+(:\d+)?(\/\S*)?$/.test(found.url)) return undefined;
  const network = networkOf(worldFrom(reading), seed);
  const from = hostNamed(network, pod.spec.hostNetwork ? (pod.spec.nodeName ?? '') : podName(pod));
  if (!from) return undefined;
  const told = typed(network, from.name, `app get ${found.url}`);
  if (found.client === 'curl') {
    const { stderr, ...said } = curlSays(told, found.url, command);
    return isSilent(command) ? said : { ...said, ...(stderr !== undefined && { stderr }) };
  }
  return { stdout: told.output, exit: told.ending.how === 'answered' ? 0 : 1 };
}
