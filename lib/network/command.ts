import { addressOfDevice, type Host, lookup, routeOf } from './host';
import { parseRule, words } from './iptables/parse';
import { RulesetWriter } from './iptables/ruleset';
import { hostOf, type Network } from './network';

/** What an administrator types on a host to change or to break something: the few commands that lessons and recordings use. */

function sysctl(host: Host, args: readonly string[]): void {
  for (const pair of args.filter((arg) => arg.includes('='))) {
    const [key = '', value = ''] = pair.split('=');
    host.sysctl = { ...host.sysctl, [key.trim().replaceAll('/', '.')]: value.trim() };
  }
}

function iptables(host: Host, args: readonly string[]): void {
  const at = args.findIndex((arg) => arg === '-t' || arg === '--table');
  const table = at < 0 ? 'filter' : (args[at + 1] ?? 'filter');
  const rest = args.filter((arg, i) => (at < 0 || (i !== at && i !== at + 1)) && arg !== '-w');
  const [verb = '', chain = '', ...body] = rest;
  const writer = new RulesetWriter(host.ruleset);
  const quoted = body.map((word) => (/\s/.test(word) ? `"${word}"` : word));
  if (verb === '-P') writer.chain(table, chain, body[0] === 'DROP' ? 'DROP' : 'ACCEPT');
  else if (verb === '-F') writer.chain(table, chain).rules.length = 0;
  else if (verb === '-N') writer.chain(table, chain);
  else {
    const from = /^\d+$/.test(quoted[0] ?? '') ? 1 : 0;
    const text = quoted.slice(from).join(' ');
    if (verb === '-D') remove(writer, table, chain, text, from === 1 ? Number(quoted[0]) : undefined);
    else if (verb === '-I') writer.prepend(table, chain, parsed(text));
    else if (verb === '-A') writer.append(table, chain, parsed(text));
    else throw new Error(`iptables ${verb} is not modelled`);
  }
  host.ruleset = writer.ruleset;
}

/** Reads the rule so that what cannot be understood is refused at once. */
function parsed(text: string): string {
  parseRule(text);
  return text;
}

function remove(writer: RulesetWriter, table: string, chain: string, text: string, number?: number): void {
  const { rules } = writer.chain(table, chain);
  const index = number === undefined ? rules.indexOf(`-A ${chain} ${text}`) : number - 1;
  if (index >= 0) rules.splice(index, 1);
}

function ipRoute(host: Host, [verb = '', ...args]: readonly string[]): void {
  const typed = routeOf(args.join(' '));
  const device = typed.device !== '' ? typed.device : (typed.via && lookup(host, typed.via)?.device) || 'lo';
  const route = { ...typed, device };
  const others = host.routes.filter(({ prefix }) => prefix !== route.prefix);
  if (verb === 'add' || verb === 'append') host.routes = [...host.routes, route];
  else if (verb === 'replace' || verb === 'change') host.routes = [...others, route];
  else if (verb === 'del' || verb === 'delete') host.routes = others;
  else if (verb === 'flush') host.routes = host.routes.filter(({ device: on }) => on !== typed.device);
  else throw new Error(`ip route ${verb} is not modelled`);
}

function ipLink(host: Host, args: readonly string[]): string | undefined {
  const rest = args.filter((arg) => arg !== 'dev' && arg !== 'set');
  const [name = '', ...settings] = rest[0] === 'delete' || rest[0] === 'del' ? rest.slice(1) : rest;
  const device = host.devices[name];
  if (!device) return `Cannot find device "${name}"`;
  if (rest[0] === 'delete' || rest[0] === 'del' || settings.includes('down')) {
    host.devices = { ...host.devices, [name]: { ...device, isUp: false } };
    host.routes = host.routes.filter((route) => route.device !== name);
  } else if (settings.includes('up')) host.devices = { ...host.devices, [name]: { ...device, isUp: true } };
  const mtu = settings[settings.indexOf('mtu') + 1];
  if (settings.includes('mtu')) host.devices = { ...host.devices, [name]: { ...device, mtu: Number(mtu) } };
  return undefined;
}

const without = (table: Readonly<Record<string, string>>, key: string): Record<string, string> =>
  Object.fromEntries(Object.entries(table).filter(([name]) => name !== key));

function ipNeighbour(host: Host, [verb = '', address = '', ...rest]: readonly string[]): void {
  if (verb === 'flush') host.neighbours = {};
  else if (verb === 'del' || verb === 'delete') host.neighbours = without(host.neighbours, address);
  else host.neighbours = { ...host.neighbours, [address]: macIn(rest[rest.indexOf('lladdr') + 1]) };
}

/** A MAC is named by who has it: `mac(node-2/flannel.1)`, or just the name. */
const macIn = (text = ''): string => /^mac\((.*)\)$/.exec(text)?.[1] ?? text;

function bridgeFdb(host: Host, [verb = '', mac = '', ...rest]: readonly string[]): void {
  if (verb === 'del' || verb === 'delete') host.fdb = without(host.fdb, macIn(mac));
  else host.fdb = { ...host.fdb, [macIn(mac)]: rest[rest.indexOf('dst') + 1] ?? '' };
}

/** Types one line on a host, as root; what it says when it fails, as `ip` would. Throws for what is not modelled. */
export function runOn(network: Network, name: string, line: string): string | undefined {
  const host = hostOf(network, name);
  const tokens = words(line);
  const [program = '', object = '', ...rest] = tokens;
  const noun = object.replace(/^-4$/, rest[0] ?? '');
  if (program === 'sysctl') sysctl(host, tokens.slice(1));
  else if (program === 'iptables') iptables(host, tokens.slice(1));
  else if (program === 'ip' && /^r(o(ute?)?)?$/.test(noun)) ipRoute(host, rest);
  else if (program === 'ip' && /^l(ink)?$/.test(noun)) return ipLink(host, rest);
  else if (program === 'ip' && /^n(eigh(bou?r)?)?$/.test(noun)) ipNeighbour(host, rest);
  else if (program === 'bridge' && object === 'fdb') bridgeFdb(host, rest);
  else if (program === 'conntrack' && object === '-F') host.connections = [];
  else throw new Error(`${JSON.stringify(line)} is not modelled on ${addressOfDevice(host.devices.eth0)}`);
  return undefined;
}

/** What a command can change of a host, to put it back. */
export function snapshotOf(host: Host): () => void {
  const { devices, routes, sysctl: settings, neighbours, fdb, ruleset } = host;
  return () => {
    Object.assign(host, { devices, routes, sysctl: settings, neighbours, fdb, ruleset });
  };
}
