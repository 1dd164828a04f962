import type { Manifest } from '../../cluster/objects';
import { Failure } from '../failure';
import { createFlags, createTyped, enforcedNamespace, nameOf } from '../generated';
import { intOrString } from '../go-numbers';
import { selectorOf } from '../selector-of';
import { atOnce, type Verb } from '../verb';

/** Models kubectl pkg/cmd/create create_namespace.go (v1.37). */
export const createNamespace: Verb = {
  help: {
    says: 'Create a namespace with the specified name',
    usage: 'NAME [--dry-run=server|client|none]',
    examples: ['kubectl create namespace shop'],
  },
  flags: createFlags,
  run: atOnce((call) => {
    const { name } = nameOf(call);
    if (!name) throw new Failure('name must be specified');
    createTyped(
      call,
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name }, spec: {} },
      { namespaced: false },
    );
  }),
};

const amountForm = /^[0-9]+%?$/;

/** Models kubectl pkg/cmd/create create_pdb.go (v1.37). */
export const createPodDisruptionBudget: Verb = {
  help: {
    says: 'Create a pod disruption budget with the specified name',
    usage: 'NAME --selector=SELECTOR --min-available=N [--dry-run=server|client|none]',
    examples: ['kubectl create poddisruptionbudget web --selector=app=web --min-available=50%'],
  },
  flags: [
    ...createFlags,
    { name: 'min-available', kind: 'string', says: 'how many Pods stay, or a percentage' },
    { name: 'max-unavailable', kind: 'string', says: 'how many Pods may go, or a percentage' },
    { name: 'selector', kind: 'string', says: 'label query of the Pods' },
  ],
  run: atOnce((call) => {
    const { name } = nameOf(call);
    const selector = call.flags.text('selector');
    const least = call.flags.text('min-available');
    const most = call.flags.text('max-unavailable');
    if (!name) throw new Failure('name must be specified');
    if (!selector) throw new Failure('a selector must be specified');
    if (!least && !most) throw new Failure('one of min-available or max-unavailable must be specified');
    if (least && most) throw new Failure('min-available and max-unavailable cannot be both specified');
    if (least && !amountForm.test(least)) throw new Failure('invalid format specified for min-available');
    if (most && !amountForm.test(most)) throw new Failure('invalid format specified for max-unavailable');
    const manifest: Manifest = {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: { name, ...enforcedNamespace(call) },
      spec: {
        selector: selectorOf(selector),
        ...(least ? { minAvailable: intOrString(least) } : { maxUnavailable: intOrString(most) }),
      },
    };
    createTyped(call, manifest, { failing: 'failed to create poddisruptionbudgets' });
  }),
};

/** Models kubectl pkg/cmd/create create_priorityclass.go (v1.37). */
export const createPriorityClass: Verb = {
  help: {
    says: 'Create a priority class with the specified name',
    usage:
      'NAME --value=VALUE --global-default=BOOL [--preemption-policy=POLICY] [--dry-run=server|client|none]',
    examples: ['kubectl create priorityclass high --value=1000'],
  },
  flags: [
    ...createFlags,
    { name: 'value', kind: 'int32', unset: '0', says: 'its number; more is more important' },
    { name: 'global-default', kind: 'bool', says: 'for Pods that name no class' },
    { name: 'description', kind: 'string', says: 'what it is for' },
    {
      name: 'preemption-policy',
      kind: 'string',
      unset: 'PreemptLowerPriority',
      says: 'PreemptLowerPriority or Never',
    },
  ],
  run: atOnce((call) => {
    const { name } = nameOf(call);
    if (!name) throw new Failure('name must be specified');
    const manifest = {
      apiVersion: 'scheduling.k8s.io/v1',
      kind: 'PriorityClass',
      metadata: { name },
      value: call.flags.number('value'),
      ...(call.flags.bool('global-default') && { globalDefault: true }),
      ...(call.flags.text('description') && { description: call.flags.text('description') }),
      preemptionPolicy: call.flags.text('preemption-policy'),
    } as Manifest;
    createTyped(call, manifest, { namespaced: false, failing: 'failed to create priorityclass' });
  }),
};
