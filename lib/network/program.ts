import { connect, type Ending, type Exchange, ping } from './exchange';
import { words } from './iptables/parse';
import type { Network } from './network';
import type { Icmp } from './packet';

/** What programs in Pods print about the network: a client of HTTP (`app get URL`), and iputils' `ping`. */
export interface Typed {
  readonly output: string;
  readonly sent: Exchange['sent'];
}

/** What a socket's error says. Source: Linux net/ipv4/icmp.c icmp_err_convert; texts are Go's package syscall. */
function errorText({ type, code }: Icmp): string {
  if (type === 3 && code === 3) return 'connection refused';
  if (type === 3 && [0, 6, 9, 11].includes(code)) return 'network is unreachable';
  if (type === 3 && code === 2) return 'protocol not available';
  return 'no route to host';
}

/** `Get "URL": dial tcp …`: Go's words for what kept a connection from being made; nothing when a timeout ended it first. */
function getText(url: string, address: string, ending: Ending, isTimed: boolean): string {
  const failed = (text: string) => `Get "${url}": dial tcp ${address}: connect: ${text}`;
  if (ending.how === 'answered') return `${ending.by} from ${ending.from}`;
  if (ending.how === 'reset') return failed('connection refused');
  if (ending.how === 'error') return failed(errorText(ending.icmp));
  if (ending.how === 'local')
    return failed(ending.loss.sort === 'noNeighbour' ? 'no route to host' : 'network is unreachable');
  return isTimed ? '' : failed('connection timed out');
}

function get(network: Network, from: string, url: string, isTimed: boolean): Typed {
  const [, host = '', port = '80'] = /^https?:\/\/([^/:]+)(?::(\d+))?/.exec(url) ?? [];
  const { sent, ending } = connect(network, from, host, Number(port));
  return { sent, output: getText(url, `${host}:${port}`, ending, isTimed) };
}

/** What ping prints for an error. Source: iputils ping/ping_common.c pr_icmph. */
function pingError({ type, code, mtu }: Icmp): string {
  if (type === 11) return 'Time to live exceeded';
  if (code === 4) return `Frag needed and DF set (mtu = ${mtu})`;
  const what = ['Net', 'Host', 'Protocol', 'Port'][code];
  return what ? `Destination ${what} Unreachable` : 'Packet filtered';
}

interface PingOptions {
  readonly address: string;
  readonly data: number;
  readonly isDontFragment: boolean;
}

function pingOptions(args: readonly string[]): PingOptions {
  const value = (flag: string) => {
    const at = args.indexOf(flag);
    return at < 0 ? args.find((arg) => arg.startsWith(flag))?.slice(flag.length) : args[at + 1];
  };
  const valued = new Set(['-c', '-W', '-s', '-M', '-i', '-t', '-w']);
  const address = args.find((arg, i) => !arg.startsWith('-') && !valued.has(args[i - 1] ?? '')) ?? '';
  return { address, data: Number(value('-s') ?? 56), isDontFragment: value('-M') !== 'dont' };
}

/** The lines of ping on both streams. */
function pingLines(
  network: Network,
  from: string,
  args: readonly string[],
): {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly sent: Exchange['sent'];
} {
  const { address, data, isDontFragment } = pingOptions(args);
  const { sent, ending } = ping(network, from, address, data, isDontFragment);
  const head = `PING ${address} (${address}) ${data}(${data + 28}) bytes of data.`;
  const tail = (received: number, errors: string) => [
    '',
    `--- ${address} ping statistics ---`,
    `1 packets transmitted, ${received} received, ${errors}${received ? 0 : 100}% packet loss, time 0ms`,
  ];
  if (ending.how === 'answered') {
    const line = `${data + 8} bytes from ${address}: icmp_seq=1 ttl=${ending.ttl} time=0.1 ms`;
    const rtt = 'rtt min/avg/max/mdev = 0.100/0.100/0.100/0.000 ms';
    return { stdout: [head, line, ...tail(1, ''), rtt], stderr: [], sent };
  }
  if (ending.how === 'error') {
    const line = `From ${ending.from} icmp_seq=1 ${pingError(ending.icmp)}`;
    return { stdout: [head, line, ...tail(0, '+1 errors, '), ''], stderr: [], sent };
  }
  if (ending.how === 'local' && ending.loss.sort === 'tooLong') {
    const line = `ping: local error: message too long, mtu=${ending.loss.mtu}`;
    return { stdout: [head, ...tail(0, '+1 errors, '), ''], stderr: [line], sent };
  }
  if (ending.how === 'local' && ending.loss.sort === 'noRoute')
    return { stdout: [], stderr: ['ping: connect: Network is unreachable'], sent };
  return { stdout: [head, ...tail(0, ''), ''], stderr: [], sent };
}

/** `head`, `tail`, `cut -d, -f1-3`, `grep`: as much of them as is needed to show a line of ping. */
function filtered(lines: readonly string[], command: string): readonly string[] {
  const [program = '', ...args] = commandWords(command);
  const count = Number(/-n?(\d+)/.exec(args.join(''))?.[1] ?? 10);
  if (program === 'head') return lines.slice(0, count);
  if (program === 'tail') return lines.slice(-count);
  if (program === 'cut') {
    const [, double, single, plain] = /-d\s*(?:"(.)"|'(.)'|(\S))/.exec(command) ?? [];
    const delimiter = double ?? single ?? plain ?? '\t';
    const [, from = '1', to = from] = /-f\s*(\d+)(?:-(\d+))?/.exec(command) ?? [];
    return lines.map((line) =>
      line
        .split(delimiter)
        .slice(Number(from) - 1, Number(to))
        .join(delimiter),
    );
  }
  if (program === 'grep') {
    const pattern = new RegExp(
      args.findLast((arg) => !arg.startsWith('-')) ?? '',
      args.some((arg) => /^-\w*i/.test(arg)) ? 'i' : '',
    );
    const isInverted = args.some((arg) => /^-\w*v/.test(arg));
    return lines.filter((line) => pattern.test(line) !== isInverted);
  }
  return lines;
}

const commandWords = (command: string): string[] => words(command.replaceAll("'", '"'));

/** Types one command in a host: `app get URL` or `ping ADDRESS`, perhaps with `timeout N` before and filters behind. */
export function typed(network: Network, from: string, line: string): Typed {
  const [first = '', ...filters] = line.split(/ \| (?=[a-z])/);
  const isMerged = first.includes('2>&1');
  const tokens = commandWords(first.replace('2>&1', '').trim());
  const isTimed = tokens[0] === 'timeout';
  const [program = '', ...args] = isTimed ? tokens.slice(2) : tokens;
  if (program === 'app' && args[0] === 'get') return get(network, from, args[1] ?? '', isTimed);
  if (program !== 'ping') throw new Error(`${JSON.stringify(line)} is not modelled`);
  const { stdout, stderr, sent } = pingLines(network, from, args);
  const lines = filters.reduce(
    filtered,
    isMerged || filters.length === 0 ? [...stdout.slice(0, 1), ...stderr, ...stdout.slice(1)] : stdout,
  );
  return { output: lines.join('\n').replace(/\n+$/, ''), sent };
}
