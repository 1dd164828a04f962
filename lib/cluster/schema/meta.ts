/**
 * Structs of the API, for what every object carries: a struct's name, then its fields with their types, in the order in which Kubernetes has them.
 * No type is `string`, `[]` a list of, `{}` a map to; `!` is there even when it is empty, `*` stays when it is zero. A name
 * that is no struct's is a word of its own, `@` the struct in which the fields after it are. What no lesson looks into is `any`.
 * Source: k8s.io/api and apimachinery v0.37.2, as facts.
 */
export const meta = `
ObjectMeta
  name, generateName, namespace, selfLink, uid types.UID, resourceVersion, generation int64,
  creationTimestamp Time, deletionTimestamp Time, deletionGracePeriodSeconds *int64, labels {}string,
  annotations {}string, ownerReferences []OwnerReference, finalizers []string, managedFields []any
OwnerReference
  apiVersion!, kind!, name!, uid! types.UID, controller *bool, blockOwnerDeletion *bool
LabelSelector
  matchLabels {}string, matchExpressions []LabelSelectorRequirement
LabelSelectorRequirement
  key!, operator! LabelSelectorOperator, values []string
`;
