import path from 'node:path';
import { type NextRequest, NextResponse } from 'next/server';
import { preferredLocale } from './lib/course/preferred-locale';
import { pagePolicy, scriptsByPage } from './lib/page-policy';

let built: ReadonlyMap<string, readonly string[]> | undefined;

/** The build does not change while the server runs, so its pages are read once. */
function policyOf(address: string): string | undefined {
  if (process.env.NODE_ENV !== 'production') return undefined;
  built ??= scriptsByPage(path.join(process.cwd(), '.next', 'server', 'app'));
  return pagePolicy(built, address);
}

/** `/` has no page of its own: it leads to the language that the browser asks for. */
function toPreferredLocale(request: NextRequest): NextResponse {
  const locale = preferredLocale(request.headers.get('accept-language') ?? '');
  const response = NextResponse.redirect(new URL(`/${locale}`, request.url), 307);
  response.headers.set('Vary', 'Accept-Language');
  response.headers.set('Cache-Control', 'private, no-cache');
  return response;
}

/** Stands before every page: picks a language for `/`, and names the scripts that a page may run. */
export function proxy(request: NextRequest): NextResponse {
  const { pathname } = request.nextUrl;
  if (pathname === '/') return toPreferredLocale(request);
  const response = NextResponse.next();
  const policy = policyOf(pathname);
  if (policy) response.headers.set('Content-Security-Policy', policy);
  return response;
}

/** Pages alone: not the API, not the framework's files, not files with an ending. */
export const config = { matcher: '/((?!api/|_next/|[^?]*\\.[a-z0-9]+$).*)' };
