import type { Command } from '@/lib/cluster/command';
import type { Pod } from '@/lib/cluster/objects';
import type { CaseStep } from '@/lib/conformance/recording';
import type { Answer, Api } from './api';
import { playKubelet } from './kubelet';
import type { Nodes } from './nodes';

/** The cluster that a command is for: where it listens, and what of it is played here. */
export interface Around {
  readonly api: Api;
  readonly nodes: Nodes;
  readonly namespace: string;
  /** Where the metrics API is told what to say; absent when there is none. */
  readonly metricsAt: string | undefined;
  pod(name: string): Pod | undefined;
}

/** Does to a real cluster what the model would do for the command; what the API server refused. */
export async function run(command: Command, around: Around): Promise<CaseStep['refused']> {
  const answer = await answerTo(command, around);
  if (!answer || answer.code < 300) return undefined;
  const { reason, message = '' } = answer.body;
  return {
    status: answer.code,
    ...(reason && { reason }),
    message: message.replaceAll(around.namespace, 'default'),
  };
}

async function answerTo(command: Command, around: Around): Promise<Answer | undefined> {
  const { api, nodes, namespace } = around;
  switch (command.verb) {
    case 'apply':
    case 'create': {
      const { kind, apiVersion, metadata } = command.object;
      const apply = command.verb === 'apply';
      const path = api.path(kind, namespace, apply ? metadata.name : '', apiVersion);
      const query = '?fieldManager=kubectl&force=true';
      return apply ? api.patch(path + query, 'apply', command.object) : api.post(path, command.object);
    }
    case 'scale': {
      const path = `${api.path(command.kind, namespace, command.name)}/scale`;
      return api.patch(path, 'merge', { spec: { replicas: command.replicas } });
    }
    case 'patch': {
      const path = api.path(command.kind, namespace, command.name);
      return api.patch(command.subresource ? `${path}/status` : path, command.type, command.body);
    }
    case 'delete': {
      if (command.kind === 'Node') return void (await nodes.remove(command.name));
      const { propagationPolicy = 'Background', gracePeriodSeconds } = command;
      return api.delete(api.path(command.kind, namespace, command.name), {
        propagationPolicy,
        gracePeriodSeconds,
      });
    }
    case 'evict': {
      const { name } = command;
      const eviction = { apiVersion: 'policy/v1', kind: 'Eviction', metadata: { name, namespace } };
      return api.post(`${api.path('Pod', namespace, name)}/eviction`, eviction);
    }
    case 'addNode':
      return void (await nodes.add(command.node));
    case 'silence':
      return nodes.silence(command.node) as undefined;
    case 'metrics':
      return void (await tellMetrics(command.usage, around));
    case 'kubelet': {
      const pod = around.pod(command.pod);
      return pod && playKubelet(api, pod, command);
    }
    default:
      throw new Error(`a real cluster has no command ${command.verb}`);
  }
}

async function tellMetrics(usage: object, { metricsAt, namespace, pod }: Around): Promise<void> {
  if (!metricsAt) throw new Error('there is no metrics API');
  const said = Object.entries(usage).map(([name, used]) => {
    const { metadata, spec } = pod(name) ?? {};
    return { name, used, labels: metadata?.labels, containers: spec?.containers.map((one) => one.name) };
  });
  await fetch(`${metricsAt}/${namespace}`, { method: 'PUT', body: JSON.stringify(said) });
}
