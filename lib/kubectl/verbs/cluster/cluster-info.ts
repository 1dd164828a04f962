import type { Service } from '../../../cluster/objects';
import { Failure } from '../../failure';
import { atOnce, type Verb, type VerbGroup } from '../../verb';
import { server } from './config';

/** Models kubectl pkg/cmd/clusterinfo (v1.37): its control plane, and Services that say they belong to the cluster. */
const info: Verb = {
  help: {
    says: 'Display addresses of the control plane and services with label kubernetes.io/cluster-service=true.',
    usage: '',
  },
  flags: [],
  run: atOnce(({ cluster, isNamespaceTyped, namespace, out }) => {
    const where = isNamespaceTyped ? namespace : 'kube-system';
    out(`Kubernetes control plane is running at ${server}`);
    for (const service of cluster.reading.list<Service>('Service')) {
      const { name, labels = {} } = service.metadata;
      if (service.metadata.namespace !== where || labels['kubernetes.io/cluster-service'] !== 'true')
        continue;
      const [port] = service.spec.ports ?? [];
      const isSafe = port?.name === 'https' || port?.port === 443;
      const address = `${isSafe ? 'https:' : ''}${name}${port?.name || isSafe ? `:${port?.name ?? ''}` : ''}`;
      out(
        `${labels['kubernetes.io/name'] || name} is running at ${server}/api/v1/namespaces/${where}/services/${address}/proxy`,
      );
    }
    out('', "To further debug and diagnose cluster problems, use 'kubectl cluster-info dump'.");
  }),
};

const dump: Verb = {
  help: { says: 'Dump relevant information for debugging and diagnosis.', usage: '' },
  flags: [
    { name: 'all-namespaces', short: 'A', kind: 'bool', says: 'of every namespace' },
    { name: 'namespaces', kind: 'list', says: 'of these namespaces' },
    { name: 'output', short: 'o', kind: 'string', says: 'json or yaml' },
    { name: 'output-directory', kind: 'string', says: 'where the files go' },
  ],
  run: atOnce(() => {
    throw new Failure('not modelled in Podium: kubectl cluster-info dump; kubectl get -A -o yaml is');
  }),
};

export const clusterInfo: VerbGroup = { says: info.help.says, alone: info, children: { dump } };
