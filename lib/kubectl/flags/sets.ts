import type { Flag } from './flag';

/** Flags that many verbs have. Source: kubectl pkg/cmd/util helpers.go, cli-runtime pkg/genericclioptions. */

/** Flags of every verb, before or after it. Those that have no meaning here are taken and do nothing. */
export const globalFlags: readonly Flag[] = [
  { name: 'namespace', short: 'n', kind: 'string', says: 'the namespace of this request' },
  { name: 'context', kind: 'string', says: 'taken, does nothing: there is one cluster' },
  { name: 'cluster', kind: 'string', says: 'taken, does nothing: there is one cluster' },
  { name: 'user', kind: 'string', says: 'taken, does nothing: there is one user' },
  { name: 'kubeconfig', kind: 'string', says: 'taken, does nothing' },
  { name: 'server', short: 's', kind: 'string', says: 'taken, does nothing' },
  { name: 'request-timeout', kind: 'string', unset: '0', says: 'taken, does nothing' },
  { name: 'v', short: 'v', kind: 'int', unset: '0', says: 'taken, does nothing' },
  { name: 'warnings-as-errors', kind: 'bool', says: 'a warning of the API server is an error' },
];

export const fileFlags: readonly Flag[] = [
  { name: 'filename', short: 'f', kind: 'list', says: 'files or folders with the objects' },
  { name: 'kustomize', short: 'k', kind: 'string', says: 'not modelled in Podium' },
  { name: 'recursive', short: 'R', kind: 'bool', says: 'folders within folders too' },
];

export const selectorFlag: Flag = {
  name: 'selector',
  short: 'l',
  kind: 'string',
  says: 'label query: key=value, key!=value, key in (a,b), key, !key',
};

export const fieldSelectorFlag: Flag = {
  name: 'field-selector',
  kind: 'string',
  says: 'field query: metadata.name=web, status.phase=Running',
};

export const dryRunFlag: Flag = {
  name: 'dry-run',
  kind: 'string',
  unset: 'none',
  bare: 'unchanged',
  says: 'none, client (only print) or server (ask the API server, keep nothing)',
};

/** `-o` of verbs that say what they did. */
export const printFlags: readonly Flag[] = [
  { name: 'output', short: 'o', kind: 'string', says: 'json, yaml, name, jsonpath, …' },
  { name: 'template', kind: 'string', says: 'not modelled in Podium' },
  { name: 'show-managed-fields', kind: 'bool', says: 'keep managedFields in json and yaml' },
  { name: 'allow-missing-template-keys', kind: 'bool', unset: 'true', says: 'taken, does nothing' },
];

export const fieldManagerFlag: Flag = {
  name: 'field-manager',
  kind: 'string',
  says: 'taken, does nothing',
};

export const validateFlag: Flag = {
  name: 'validate',
  kind: 'string',
  unset: 'strict',
  bare: 'strict',
  says: 'what becomes of unknown fields: strict, warn or ignore',
};

export const allNamespacesFlag: Flag = {
  name: 'all-namespaces',
  short: 'A',
  kind: 'bool',
  says: 'of every namespace',
};
