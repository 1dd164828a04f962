/**
 * Structs of the API, for what every object carries: a struct's name, then its fields with their types. `[]` is a list of, `{}` a map to.
 * Source: the OpenAPI description of Kubernetes v1.36, as facts; v1.37's additions that recordings show are added.
 */
export const meta = `
ObjectMeta
  annotations {}string, creationTimestamp Time, deletionGracePeriodSeconds int64, deletionTimestamp Time,
  finalizers []string, generateName string, generation int64, labels {}string,
  managedFields []ManagedFieldsEntry, name string, namespace string, ownerReferences []OwnerReference,
  resourceVersion string, selfLink string, uid string
ManagedFieldsEntry
  apiVersion string, fieldsType string, fieldsV1 any, manager string, operation string, subresource string,
  time Time
OwnerReference
  apiVersion string, blockOwnerDeletion bool, controller bool, kind string, name string, uid string
LabelSelector
  matchExpressions []LabelSelectorRequirement, matchLabels {}string
LabelSelectorRequirement
  key string, operator string, values []string
Condition
  lastTransitionTime Time, message string, observedGeneration int64, reason string, status string,
  type string
`;
