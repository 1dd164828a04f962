import type { KubeObject, Labels } from './meta';

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
  readonly protocol?: string;
  readonly nodePort?: number;
}

export interface Service extends KubeObject {
  readonly kind: 'Service';
  readonly spec: {
    readonly selector?: Labels;
    readonly ports?: readonly ServicePort[];
    readonly clusterIP?: string;
    readonly clusterIPs?: readonly string[];
    readonly type?: string;
    readonly publishNotReadyAddresses?: boolean;
    readonly [field: string]: unknown;
  };
}

export interface Endpoint {
  readonly addresses: readonly string[];
  readonly conditions: { readonly ready: boolean; readonly serving: boolean; readonly terminating: boolean };
  readonly targetRef?: {
    readonly kind: 'Pod';
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
  };
  readonly nodeName?: string;
  readonly hostname?: string;
}

export interface EndpointSlice extends KubeObject {
  readonly kind: 'EndpointSlice';
  readonly addressType: 'IPv4';
  readonly endpoints: readonly Endpoint[];
  readonly ports: readonly { readonly name?: string; readonly port: number; readonly protocol: string }[];
}
