import type { PathMatch, PathType } from './table';

/** Hosts and paths of requests held against those of rules. Hosts have no case, paths do (RFC 9110, 4.2.3). */

/** The Host header without a port, in lower case. */
export const hostIn = (header: string): string => header.replace(/:\d+$/, '').toLowerCase();

export const isWildcard = (host: string): boolean => host.startsWith('*.');

/** A wildcard of an Ingress stands for one DNS label. Source: kubernetes.io, Ingress, "Hostname wildcards". */
export function isHostOfIngress(rule: string, host: string): boolean {
  if (rule === '') return true;
  if (!isWildcard(rule)) return rule.toLowerCase() === host;
  return host.indexOf('.') > 0 && host.slice(host.indexOf('.')) === rule.slice(1).toLowerCase();
}

/** A wildcard of a Gateway is a suffix: it stands for one label or for several. Source: HTTPRouteSpec.Hostnames. */
export function isHostOfGateway(rule: string, host: string): boolean {
  if (rule === '') return true;
  if (!isWildcard(rule)) return rule.toLowerCase() === host;
  const suffix = rule.slice(1).toLowerCase();
  return host.length > suffix.length && host.endsWith(suffix);
}

/**
 * What a listener and an HTTPRoute both serve: the narrower of the two hostnames, or undefined when they have nothing in
 * common. Empty stands for every host. Source: gateway-api apis/v1 HTTPRouteSpec.Hostnames.
 */
export function hostInBoth(listener: string, route: string): string | undefined {
  if (route === '' || listener.toLowerCase() === route.toLowerCase()) return listener;
  if (listener === '') return route;
  if (isWildcard(listener) && isHostOfGateway(listener, route.toLowerCase())) return route;
  if (isWildcard(route) && isHostOfGateway(route, listener.toLowerCase())) return listener;
  return undefined;
}

/** The path of a request without its query. */
export const pathIn = (path: string): string => path.split(/[?#]/)[0] || '/';

const withoutLastSlash = (path: string): string => (path.endsWith('/') ? path.slice(0, -1) : path);

/** How long a path of a rule is, for precedence: a slash at the end of a prefix says nothing. */
export const charactersOf = ({ type, value }: PathMatch): number =>
  type === 'Exact' ? value.length : withoutLastSlash(value).length;

/** Every element of the prefix is the path's element in the same place. */
function isPrefix(prefix: string, path: string): boolean {
  const elements = withoutLastSlash(prefix).split('/');
  const asked = withoutLastSlash(path).split('/');
  return elements.every((element, i) => element === asked[i]);
}

const paths: Readonly<Record<PathType, (value: string, path: string) => boolean>> = {
  Exact: (value, path) => value === path,
  Prefix: isPrefix,
  PathPrefix: isPrefix,
  ImplementationSpecific: isPrefix,
  RegularExpression: (value, path) => isFullMatch(value, path),
};

/** The whole text must match; an expression that cannot be read matches nothing. */
export function isFullMatch(expression: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${expression})$`).test(text);
  } catch {
    return false;
  }
}

/**
 * `Exact` is the same text; `Prefix` of an Ingress and `PathPrefix` of an HTTPRoute go element by element, and a slash at
 * the end does not count. Left to implementations by the documents, and decided here: `ImplementationSpecific` is taken as
 * `Prefix` (as ingress-nginx does), `RegularExpression` must match the whole path (as Envoy does).
 * Source: kubernetes.io, Ingress, "Path types"; gateway-api apis/v1 PathMatchType.
 */
export const isPathOf = ({ type, value }: PathMatch, path: string): boolean => paths[type](value, path);

/** Alphabetical order of texts, the same on every machine. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
