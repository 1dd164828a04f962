import { type FieldError, invalidValue, required } from '../api/refusal';
import type { EndpointSlice, Service } from '../objects';
import { defineKind } from './kind';

const validatePorts = ({ spec }: Service): FieldError[] => {
  if (!spec.ports?.length) return spec.clusterIP === 'None' ? [] : [required('spec.ports')];
  return spec.ports.flatMap((port, i) =>
    spec.ports && spec.ports.length > 1 && !port.name ? [required(`spec.ports[${i}].name`)] : [],
  );
};

/** Services. The API server allocates `clusterIP`. Source: pkg/apis/core/v1/defaults.go, pkg/apis/core/validation. */
export const service = defineKind<Service>({
  kind: 'Service',
  apiVersion: 'v1',
  plural: 'services',
  nameForm: 'label',
  defaulted: (object) => ({
    ...object,
    spec: {
      type: 'ClusterIP',
      sessionAffinity: 'None',
      internalTrafficPolicy: 'Cluster',
      ipFamilyPolicy: 'SingleStack',
      ipFamilies: ['IPv4'],
      ...object.spec,
      ...(object.spec.clusterIP === 'None' && { clusterIPs: ['None'] }),
      ports: (object.spec.ports ?? []).map((port) => ({ protocol: 'TCP', targetPort: port.port, ...port })),
    },
  }),
  validate: validatePorts,
  validateUpdate: (object, before) =>
    before.spec.clusterIP && object.spec.clusterIP !== before.spec.clusterIP
      ? [invalidValue('spec.clusterIPs[0]', object.spec.clusterIPs ?? [], 'may not change once set')]
      : [],
});

export const endpointslice = defineKind<EndpointSlice>({
  kind: 'EndpointSlice',
  apiVersion: 'discovery.k8s.io/v1',
  plural: 'endpointslices',
  hasStatus: false,
});
