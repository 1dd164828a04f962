const CONTROL = /\p{Cc}/u;
const NOWHERE = 'https://podium.invalid';

/**
 * Where to go after signing in, as `?next=` says: a path of this site with its query and hash, and nothing else. Undefined for another site's
 * address, however it is dressed up (`//evil`, `/\evil`, `javascript:`), and for this page itself.
 */
export function nextPath(search: string): string | undefined {
  const asked = new URLSearchParams(search).get('next');
  if (asked === null || !asked.startsWith('/') || CONTROL.test(asked) || asked.includes('\\'))
    return undefined;
  if (!URL.canParse(asked, NOWHERE)) return undefined;
  const { origin, pathname, search: query, hash } = new URL(asked, NOWHERE);
  if (origin !== NOWHERE || pathname.startsWith('//') || /^\/[^/]+\/sign-in\/?$/.test(pathname))
    return undefined;
  return `${pathname}${query}${hash}`;
}
