import type { ValueMatch } from './table';

/** What controllers read of the kinds of both APIs, in their own field names; the rest of an object does not matter here. */
export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  /** RFC 3339, so that the order of texts is the order of time. */
  readonly creationTimestamp?: string;
}

/** networking.k8s.io/v1. */
export interface Ingress {
  readonly metadata: Metadata;
  readonly spec: {
    readonly ingressClassName?: string;
    readonly defaultBackend?: IngressBackend;
    readonly rules?: readonly IngressRule[];
  };
}

export interface IngressRule {
  readonly host?: string;
  readonly http?: {
    readonly paths: readonly {
      readonly path?: string;
      readonly pathType: 'Exact' | 'Prefix' | 'ImplementationSpecific';
      readonly backend: IngressBackend;
    }[];
  };
}

export interface IngressBackend {
  readonly service?: {
    readonly name: string;
    readonly port?: { readonly number?: number; readonly name?: string };
  };
  readonly resource?: { readonly apiGroup?: string; readonly kind: string; readonly name: string };
}

/** gateway.networking.k8s.io/v1: custom resources, not part of Kubernetes itself. */
export interface Gateway {
  readonly metadata: Metadata;
  readonly spec: { readonly gatewayClassName: string; readonly listeners: readonly Listener[] };
}

export interface Listener {
  readonly name: string;
  readonly hostname?: string;
  readonly port: number;
  readonly protocol: string;
  readonly allowedRoutes?: {
    readonly namespaces?: {
      readonly from?: 'Same' | 'All' | 'Selector' | 'None';
      readonly selector?: { readonly matchLabels?: Readonly<Record<string, string>> };
    };
    readonly kinds?: readonly { readonly group?: string; readonly kind: string }[];
  };
}

export interface HTTPRoute {
  readonly metadata: Metadata;
  readonly spec: {
    readonly parentRefs?: readonly ParentRef[];
    readonly hostnames?: readonly string[];
    readonly rules?: readonly HTTPRouteRule[];
  };
}

export interface ParentRef {
  readonly kind?: string;
  readonly namespace?: string;
  readonly name: string;
  readonly sectionName?: string;
  readonly port?: number;
}

export interface HTTPRouteRule {
  readonly matches?: readonly HTTPRouteMatch[];
  readonly backendRefs?: readonly HTTPBackendRef[];
}

export type AnyValueMatch = Omit<ValueMatch, 'type'> & Partial<Pick<ValueMatch, 'type'>>;

export interface HTTPRouteMatch {
  readonly path?: {
    readonly type?: 'Exact' | 'PathPrefix' | 'RegularExpression';
    readonly value?: string;
  };
  readonly headers?: readonly AnyValueMatch[];
  readonly queryParams?: readonly AnyValueMatch[];
  readonly method?: string;
}

export interface HTTPBackendRef {
  readonly group?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name: string;
  readonly port?: number;
  readonly weight?: number;
}

export interface ReferenceGrant {
  readonly metadata: Metadata;
  readonly spec: {
    readonly from: readonly { readonly group: string; readonly kind: string; readonly namespace: string }[];
    readonly to: readonly { readonly group: string; readonly kind: string; readonly name?: string }[];
  };
}
