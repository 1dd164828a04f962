import type { Unmatched } from '../verdict';
import type { WorldEndpoint } from '../world';

/** What a proxy looks at in a request. */
export interface HttpRequest {
  /** The Host header; a port in it is ignored. */
  readonly host: string;
  /** The path, perhaps with a query behind it. */
  readonly path: string;
  /** GET unless said otherwise. */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The port of the Service before the proxy at which it arrived; without it every listener is asked. */
  readonly port?: number;
}

export type PathType = 'Exact' | 'Prefix' | 'ImplementationSpecific' | 'PathPrefix' | 'RegularExpression';

export interface PathMatch {
  readonly type: PathType;
  readonly value: string;
}

/** A header or a query parameter that a request must have. */
export interface ValueMatch {
  readonly type: 'Exact' | 'RegularExpression';
  readonly name: string;
  readonly value: string;
}

/** Why requests to a backend get 500: reasons of HTTPRoute's condition ResolvedRefs. */
export type InvalidReason = 'InvalidKind' | 'RefNotPermitted' | 'BackendNotFound';

/** A port of a Service, by its number or its name. */
export interface Backend {
  readonly namespace: string;
  readonly service: string;
  readonly port: number | string;
  /** Its share is its weight by the sum of all weights of the rule. */
  readonly weight: number;
  /** The reference itself is wrong, whatever Services there are. */
  readonly invalid?: InvalidReason;
}

/** One way that a request can go. */
export interface Route {
  /** The object that says so: `Ingress default/web`, `HTTPRoute shop/cart`. */
  readonly from: string;
  /** Empty: every host. */
  readonly host: string;
  readonly path: PathMatch;
  readonly method?: string;
  readonly headers: readonly ValueMatch[];
  readonly queryParams: readonly ValueMatch[];
  readonly backends: readonly Backend[];
}

/**
 * A set of hosts with routes of its own: of an Ingress all rules with one `host`, of a Gateway one listener. A request
 * belongs to the first one that matches it, and to no other.
 */
export interface VirtualHost {
  /** Of a Gateway `namespace/gateway/listener`; of an Ingress its host, `*` for every host. */
  readonly name: string;
  /** Empty: every host. */
  readonly host: string;
  /** Of a listener. */
  readonly port?: number;
  /** By precedence: the first that matches takes the request. */
  readonly routes: readonly Route[];
}

/** An object that asked for routes and got none, with the API's word for the reason. */
export interface Refused {
  readonly from: string;
  readonly reason: 'NoMatchingParent' | 'NotAllowedByListeners' | 'NoMatchingListenerHostname';
}

/** What a proxy goes by. Made by `routesOfIngress` or `routesOfGateway`, read by `chooseBackend`. */
export interface RouteTable {
  readonly kind: 'ingress' | 'gateway';
  /** By precedence: the first whose host and port match takes the request. */
  readonly virtualHosts: readonly VirtualHost[];
  /** For what no route takes: only an Ingress has one. */
  readonly defaultBackend?: Backend;
  readonly refused: readonly Refused[];
}

/** A route that a request was held against. */
export interface RouteAsked {
  readonly route: Route;
  /** Absent when the route took the request. Its `match` is `port`, `host`, `path`, `method`, `header` or `query`. */
  readonly unmatched?: Unmatched;
}

/** Why a proxy answers itself. */
export type OwnAnswer =
  | 'noRoute'
  /** A rule without backends, or with weights that are all 0. */
  | 'noBackends'
  | InvalidReason
  | 'noReadyEndpoints'
  /** The endpoint sent a reset, or an error came back. */
  | 'refused'
  /** The endpoint said nothing. */
  | 'timedOut';

export type Status = 404 | 500 | 502 | 503 | 504;

export interface Choice {
  /** In order, up to the one that took the request. */
  readonly asked: readonly RouteAsked[];
  /** Absent when there was nothing to choose from. */
  readonly backend?: Backend;
  readonly outcome:
    | { readonly do: 'forward'; readonly endpoint: WorldEndpoint }
    | { readonly do: 'answer'; readonly status: Status; readonly because: OwnAnswer };
}

/** A Pod that ends connections of clients and opens its own: what a controller for Ingress or Gateway runs. */
export interface WorldProxy {
  /** Its name in the world. */
  readonly pod: string;
  readonly kind: RouteTable['kind'];
  readonly routes: RouteTable;
}
