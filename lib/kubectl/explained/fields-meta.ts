/**
 * Fields as `explain` shows them, of what every object carries: a struct's name, then its fields in alphabetical order with their types. No type is
 * `string`; `[]` a list of, `{}` a map to; `!` must be given; behind `=` stand the words that may be given.
 * Source: api/openapi-spec of Kubernetes v1.37.2, as facts.
 */
export const metaFields = `
Condition
  lastTransitionTime!, message!, observedGeneration int, reason!, status!, type!
LabelSelector
  matchExpressions []LabelSelectorRequirement, matchLabels {}
LabelSelectorRequirement
  key!, operator!, values []
ManagedFieldsEntry
  apiVersion, fieldsType, fieldsV1 FieldsV1, manager, operation, subresource, time
ObjectMeta
  annotations {}, creationTimestamp, deletionGracePeriodSeconds int, deletionTimestamp, finalizers [],
  generateName, generation int, labels {}, managedFields []ManagedFieldsEntry, name, namespace,
  ownerReferences []OwnerReference, resourceVersion, selfLink, uid
OwnerReference
  apiVersion!, blockOwnerDeletion bool, controller bool, kind!, name!, uid!
`;
