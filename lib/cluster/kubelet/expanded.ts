import type { Container, Pod } from '../objects';

/** Fields of its Pod that a variable can be set from. Source: pkg/kubelet/kubelet_pods.go podFieldSelectorRuntimeValue. */
function fieldValue({ metadata, spec, status }: Pod, podIP: string, fieldPath: string): string | undefined {
  switch (fieldPath) {
    case 'status.podIP':
      return podIP;
    case 'status.hostIP':
      return status.hostIP ?? '';
    case 'spec.nodeName':
      return spec.nodeName ?? '';
    case 'metadata.name':
      return metadata.name;
    case 'metadata.namespace':
      return metadata.namespace ?? 'default';
    default:
      return undefined;
  }
}

/**
 * A container with its variables put in where its command says `$(NAME)`; `$$(NAME)` stays `$(NAME)`, and so does a name that
 * is not known. Source: third_party/forked/golang/expansion Expand. Leaves out: variables from ConfigMaps and Secrets.
 */
export function expanded(container: Container, pod: Pod, podIP: string): Container {
  const { env = [], command, args } = container;
  if (![...(command ?? []), ...(args ?? [])].some((word) => word.includes('$('))) return container;
  const values = new Map<string, string>();
  for (const { name, value, valueFrom } of env) {
    const { fieldPath } = (valueFrom?.fieldRef ?? {}) as { readonly fieldPath?: string };
    const known = valueFrom ? fieldValue(pod, podIP, fieldPath ?? '') : (value ?? '');
    if (known !== undefined) values.set(name, known);
  }
  const put = (word: string) =>
    word.replace(/\$(\$?)\(([^()]*)\)/g, (whole, isEscaped: string, name: string) =>
      isEscaped ? `$(${name})` : (values.get(name) ?? whole),
    );
  return {
    ...container,
    ...(command && { command: command.map(put) }),
    ...(args && { args: args.map(put) }),
  };
}
