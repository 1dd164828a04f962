import { nameErrors } from '../../cluster/api/names';
import { portErrors, portNameErrors } from '../../cluster/kinds/ports';
import type { Manifest } from '../../cluster/objects';
import type { Call } from '../call';
import { Failure } from '../failure';
import type { Flag } from '../flags/flag';
import { createFlags, createTyped, enforcedNamespace, nameOf } from '../generated';
import { isInt, portOf } from '../go-numbers';
import { atOnce, type Verb, type VerbGroup } from '../verb';

type Type = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';

const tcp: Flag = { name: 'tcp', kind: 'list', says: 'ports as port:targetPort' };

/** `80:8080` or `80:http`. Source: parsePorts. */
function portPair(text: string): { port: number; targetPort: number | string } {
  const [first = '', second] = text.split(':');
  const port = portOf(first);
  if (second === undefined) return { port, targetPort: port };
  const targetPort = isInt(second) ? Number(second) : second;
  const errors = typeof targetPort === 'number' ? portErrors('', targetPort) : portNameErrors('', targetPort);
  const why = errors.map(({ detail }) =>
    detail.slice(`Invalid value: ${JSON.stringify(targetPort)}: `.length),
  );
  if (why.length > 0) throw new Failure(why.join(','));
  return { port, targetPort };
}

function validate(call: Call, type: Type, clusterIP: string): void {
  const isHeadless = clusterIP === 'None';
  if (isHeadless && type !== 'ClusterIP')
    throw new Failure('ClusterIP=None can only be used with ClusterIP service type');
  if (!isHeadless && call.flags.all('tcp').length === 0 && type !== 'ExternalName')
    throw new Failure('at least one tcp port specifier must be provided');
  if (type !== 'ExternalName') return;
  const external = call.flags.text('external-name');
  if (nameErrors('', external, 'subdomain').length > 0)
    throw new Failure(`invalid service external name ${external}`);
}

/** Source: ServiceOptions Run, createService. */
function create(call: Call, type: Type): void {
  const { name } = nameOf(call);
  const clusterIP = type === 'ClusterIP' ? call.flags.text('clusterip') : '';
  validate(call, type, clusterIP);
  const nodePort = type === 'NodePort' ? call.flags.number('node-port') : 0;
  const ports = call.flags.all('tcp').map((pair) => ({
    name: pair.replaceAll(':', '-'),
    protocol: 'TCP',
    ...portPair(pair),
    ...(nodePort !== 0 && { nodePort }),
  }));
  const manifest: Manifest = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: { app: name }, ...enforcedNamespace(call) },
    spec: {
      type,
      selector: { app: name },
      ...(ports.length > 0 && { ports }),
      ...(clusterIP && { clusterIP }),
      ...(type === 'ExternalName' && { externalName: call.flags.text('external-name') }),
    },
  };
  createTyped(call, manifest, { failing: `failed to create ${type} service` });
}

const verbOf = (type: Type, says: string, usage: string, flags: readonly Flag[]): Verb => ({
  help: { says, usage: `${usage} [--dry-run=server|client|none]` },
  flags: [...createFlags, tcp, ...flags],
  run: atOnce((call) => create(call, type)),
});

/** Models kubectl pkg/cmd/create create_service.go (v1.37). */
export const createService: VerbGroup = {
  says: 'Create a service using a specified subcommand',
  isTextOnStderr: true,
  children: {
    clusterip: verbOf('ClusterIP', 'Create a ClusterIP service', 'NAME [--tcp=<port>:<targetPort>]', [
      { name: 'clusterip', kind: 'string', says: 'its address, or None for a headless service' },
    ]),
    externalname: verbOf(
      'ExternalName',
      'Create an ExternalName service',
      'NAME --external-name external.name',
      [{ name: 'external-name', kind: 'string', required: true, says: 'the DNS name that it stands for' }],
    ),
    loadbalancer: verbOf('LoadBalancer', 'Create a LoadBalancer service', 'NAME [--tcp=port:targetPort]', []),
    nodeport: verbOf('NodePort', 'Create a NodePort service', 'NAME [--tcp=port:targetPort]', [
      { name: 'node-port', kind: 'int', unset: '0', says: 'the port on every node' },
    ]),
  },
};
