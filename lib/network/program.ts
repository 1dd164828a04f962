import { answerOf, type Resolved, resolvConfOf, resolve } from './dns';
import { connect, type Ending, type Exchange, ping } from './exchange';
import type { Host } from './host';
import { words } from './iptables/parse';
import { hostOf, type Network } from './network';
import { defaultTtl, type Icmp } from './packet';
import type { Status } from './proxy/table';

/** What programs in Pods print about the network: a client of HTTP (`app get URL`), and iputils' `ping`. */
export interface Typed {
  readonly output: string;
  readonly sent: Exchange['sent'];
  readonly ending: Ending;
  /** What was asked of DNS before, with the answers. */
  readonly dns: Resolved['asked'];
}

/** Four numbers of a byte each; anything else is a name. */
const isAddress = (text: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255);

/**
 * The addresses of a name as a host's resolver finds them: itself for an address, 127.0.0.1 for localhost, in a Pod what the
 * cluster's DNS says to the Pod's namespace; it passes on what it does not know. Nodes and the host outside do not use it:
 * they find public names only.
 */
export function lookUp({ world }: Network, { kind, says }: Host, name: string): Resolved {
  if (isAddress(name)) return { asked: [], addresses: [name] };
  if (name === 'localhost') return { asked: [], addresses: ['127.0.0.1'] };
  const { names = {}, publicNames = {} } = world;
  if (kind === 'pod') {
    const namespace = world.pods.find((pod) => pod.name === says)?.namespace ?? 'default';
    return resolve({ ...publicNames, ...names }, name, namespace);
  }
  const answer = answerOf(publicNames, name);
  return answer.kind === 'A'
    ? { asked: [{ name, answer }], addresses: answer.addresses }
    : { asked: [], addresses: [] };
}

/** Nothing was sent, for nobody knows the name. */
const unknown = (name: string): Pick<Typed, 'sent' | 'ending'> => ({
  sent: [],
  ending: { how: 'local', loss: { sort: 'noName', says: `nobody knows the name ${name}` } },
});

/** What a socket's error says. Source: Linux net/ipv4/icmp.c icmp_err_convert; texts are Go's package syscall. */
function errorText({ type, code }: Icmp): string {
  if (type === 3 && code === 3) return 'connection refused';
  if (type === 3 && [0, 6, 9, 11].includes(code)) return 'network is unreachable';
  if (type === 3 && code === 2) return 'protocol not available';
  return 'no route to host';
}

/** Source: Go net/http status.go. */
const statusText: Readonly<Record<Status, string>> = {
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

/** `Get "URL": dial tcp …`: Go's words for what kept a connection from being made; nothing when a timeout ended it first. */
function getText(url: string, address: string, ending: Ending, isTimed: boolean): string {
  const failed = (text: string) => `Get "${url}": dial tcp ${address}: connect: ${text}`;
  if (ending.how === 'answered') return `${ending.by} from ${ending.from}`;
  if (ending.how === 'http') return `${ending.status} ${statusText[ending.status]}`;
  if (ending.how === 'reset') return failed('connection refused');
  if (ending.how === 'error') return failed(errorText(ending.icmp));
  if (ending.how === 'local')
    return failed(ending.loss.sort === 'noNeighbour' ? 'no route to host' : 'network is unreachable');
  return isTimed ? '' : failed('connection timed out');
}

/** Go's error for a name without addresses: with its server, when it asked one. Source: Go net DNSError.Error. */
const lookupText = (url: string, name: string, { asked }: Resolved): string =>
  `Get "${url}": dial tcp: lookup ${name}${asked.length > 0 ? ` on ${resolvConfOf('').nameserver}:53` : ''}: no such host`;

function get(network: Network, from: string, url: string, isTimed: boolean): Typed {
  const [, name = '', port = '80', path = '/'] = urlForm.exec(url) ?? [];
  const found = lookUp(network, hostOf(network, from), name);
  const [address] = found.addresses;
  if (address === undefined)
    return { ...unknown(name), dns: found.asked, output: lookupText(url, name, found) };
  const { sent, ending } = connect(network, from, address, Number(port), { host: name, path });
  return { sent, ending, dns: found.asked, output: getText(url, `${address}:${port}`, ending, isTimed) };
}

/** What ping prints for an error. Source: iputils ping/ping_common.c pr_icmph. */
function pingError({ type, code, mtu }: Icmp): string {
  if (type === 11) return 'Time to live exceeded';
  if (code === 4) return `Frag needed and DF set (mtu = ${mtu})`;
  const what = ['Net', 'Host', 'Protocol', 'Port'][code];
  return what ? `Destination ${what} Unreachable` : 'Packet filtered';
}

interface PingOptions {
  readonly target: string;
  readonly data: number;
  readonly count: number;
  readonly ttl: number;
  /** Of a packet that fits: so unless `-M dont` says otherwise. */
  readonly isDontFragment: boolean;
  /** Only `-M do` keeps the kernel from cutting a packet that does not fit. */
  readonly isCut: boolean;
}

function pingOptions(args: readonly string[]): PingOptions {
  const value = (flag: string) => {
    const at = args.indexOf(flag);
    return at < 0 ? args.find((arg) => arg.startsWith(flag))?.slice(flag.length) : args[at + 1];
  };
  const valued = new Set(['-c', '-W', '-s', '-M', '-i', '-t', '-w']);
  const target = args.find((arg, i) => !arg.startsWith('-') && !valued.has(args[i - 1] ?? '')) ?? '';
  return {
    target,
    data: Number(value('-s') ?? 56),
    count: Number(value('-c') ?? 1),
    ttl: Number(value('-t') ?? defaultTtl),
    isDontFragment: value('-M') !== 'dont',
    isCut: value('-M') !== 'do',
  };
}

/** Longest data that fits into every MTU of these networks. */
const mostData = 1_422;

/**
 * What ping says of options that it can't use (source: iputils ping/ping.c, iputils_common.c strtol_or_err), and of what is
 * not modelled: several echoes, and a packet that the kernel would cut.
 */
function pingUsage(args: readonly string[]): string | undefined {
  const { target, data, count, ttl, isCut } = pingOptions(args);
  if (!target) return 'ping: usage error: Destination address required';
  if (!Number.isInteger(data) || data < 0) return 'ping: invalid argument of -s';
  if (data > 65_507) return `ping: packet size ${data} is too large. Maximum is 65507`;
  if (count !== 1) return 'ping: one echo is sent here: say -c1';
  if (!Number.isInteger(ttl) || ttl < 1 || ttl > 255) return 'ping: invalid argument of -t';
  return isCut && data > mostData
    ? `ping: pieces of a packet are not modelled: say -M do, or -s ${mostData} at most`
    : undefined;
}

interface Lines extends Omit<Typed, 'output'> {
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
}

/** What ping calls what it was given: an address as it is, a name as the answer had it (getaddrinfo's canonical name). */
const canonical = (target: string, asked: Resolved['asked']): string => asked.at(-1)?.name ?? target;

/** getaddrinfo's word for why a name has no address. Source: glibc gai_strerror, EAI_NODATA and EAI_NONAME. */
const nameError = (target: string, asked: Resolved['asked']): string =>
  `ping: ${target}: ${
    asked.some(({ answer }) => answer.kind === 'NODATA')
      ? 'No address associated with hostname'
      : 'Name or service not known'
  }`;

/** The lines of ping on both streams. Left out: names for addresses (PTR), so that after a name each address stands for both. */
function pingLines(network: Network, from: string, args: readonly string[]): Lines {
  const { target, data, ttl, isDontFragment } = pingOptions(args);
  const { asked: dns, addresses } = lookUp(network, hostOf(network, from), target);
  const [address] = addresses;
  if (address === undefined) return { ...unknown(target), dns, stdout: [], stderr: [nameError(target, dns)] };
  const { sent, ending } = ping(network, from, address, data, { isDontFragment, ttl });
  const name = canonical(target, dns);
  const shown = (by: string) => (target === address ? by : `${by} (${by})`);
  const head = `PING ${name} (${address}) ${data}(${data + 28}) bytes of data.`;
  const tail = (received: number, errors: string) => [
    '',
    `--- ${name} ping statistics ---`,
    `1 packets transmitted, ${received} received, ${errors}${received ? 0 : 100}% packet loss, time 0ms`,
  ];
  const told = { sent, ending, dns };
  if (ending.how === 'answered') {
    const line = `${data + 8} bytes from ${shown(address)}: icmp_seq=1 ttl=${ending.ttl} time=0.1 ms`;
    const rtt = 'rtt min/avg/max/mdev = 0.100/0.100/0.100/0.000 ms';
    return { ...told, stdout: [head, line, ...tail(1, ''), rtt], stderr: [] };
  }
  if (ending.how === 'error') {
    const line = `From ${shown(ending.from)} icmp_seq=1 ${pingError(ending.icmp)}`;
    return { ...told, stdout: [head, line, ...tail(0, '+1 errors, '), ''], stderr: [] };
  }
  if (ending.how === 'local' && ending.loss.sort === 'tooLong') {
    const line = `ping: local error: message too long, mtu=${ending.loss.mtu}`;
    return { ...told, stdout: [head, ...tail(0, '+1 errors, '), ''], stderr: [line] };
  }
  if (ending.how === 'local' && ending.loss.sort === 'noRoute')
    return { ...told, stdout: [], stderr: ['ping: connect: Network is unreachable'] };
  return { ...told, stdout: [head, ...tail(0, ''), ''], stderr: [] };
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

/** Host, port and path of a URL of plain HTTP. */
const urlForm = /^http:\/\/([^/:]+)(?::(\d+))?(\/\S*)?$/;

interface Line {
  readonly program: string;
  readonly args: readonly string[];
  readonly isTimed: boolean;
  readonly isMerged: boolean;
  readonly filters: readonly string[];
}

function lineOf(line: string): Line {
  const [first = '', ...filters] = line.trim().split(/ \| (?=[a-z])/);
  const tokens = commandWords(first.replace('2>&1', '').trim());
  const isTimed = tokens[0] === 'timeout';
  const [program = '', ...args] = isTimed ? tokens.slice(2) : tokens;
  return { program, args, isTimed, isMerged: first.includes('2>&1'), filters };
}

/** What a shell or the program says of a line that sends nothing, for it is not one of those that are modelled. */
export function usageError(line: string): string | undefined {
  const { program, args } = lineOf(line);
  if (program === 'app') {
    const [url, , port = '80'] = args[0] === 'get' ? (urlForm.exec(args[1] ?? '') ?? []) : [];
    if (url === undefined) return 'usage: app get http://HOST[:PORT]/';
    // Source: Go net/ipsock.go.
    return Number(port) > 65_535 ? `dial tcp: address ${port}: invalid port` : undefined;
  }
  if (program !== 'ping') return `sh: 1: ${program || line}: not found`;
  return pingUsage(args);
}

/**
 * Types one command in a host: `app get URL` or `ping HOST`, perhaps with `timeout N` before and filters behind. Of a name
 * with several addresses the first is tried. Throws for a line that is not modelled (`usageError` says why).
 */
export function typed(network: Network, from: string, line: string): Typed {
  const { program, args, isTimed, isMerged, filters } = lineOf(line);
  const error = usageError(line);
  if (error !== undefined) throw new Error(`${JSON.stringify(line)} is not modelled: ${error}`);
  if (program === 'app') return get(network, from, args[1] ?? '', isTimed);
  const { stdout, stderr, ...told } = pingLines(network, from, args);
  const lines = filters.reduce(
    filtered,
    isMerged || filters.length === 0 ? [...stdout.slice(0, 1), ...stderr, ...stdout.slice(1)] : stdout,
  );
  return { ...told, output: lines.join('\n').replace(/\n+$/, '') };
}
