import 'server-only';

/** The values of a cookie in the order in which the browser sent them: an older one with a longer path may come first. */
export function cookieValues(request: Request, name: string): readonly string[] {
  return (request.headers.get('cookie') ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    const value = part.slice(at + 1).trim();
    return at > 0 && part.slice(0, at).trim() === name && value ? [value] : [];
  });
}

/** A `Set-Cookie` line: for the whole site, out of reach of scripts, not sent along by other sites' forms. `ageS` 0 makes the browser forget it. */
export function cookieLine(name: string, value: string, ageS: number, request: Request): string {
  const parts = [`${name}=${value}`, 'Path=/', `Max-Age=${ageS}`, 'HttpOnly', 'SameSite=Lax'];
  return [...parts, ...(isSecure(request) ? ['Secure'] : [])].join('; ');
}

/** The reader's browser speaks https with the site, or with the proxy in front of it. */
export function isSecure(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  if (forwarded) return forwarded === 'https';
  return Boolean(process.env.PODIUM_URL?.startsWith('https:')) || new URL(request.url).protocol === 'https:';
}

const jars = new WeakMap<Request, string[]>();

/** Has the answer to this request set a cookie, whatever the answer is: `route` does it. */
export function putCookies(request: Request, lines: readonly string[]): void {
  jars.set(request, [...cookiesPut(request), ...lines]);
}

export const cookiesPut = (request: Request): readonly string[] => jars.get(request) ?? [];
