import 'server-only';

export interface Site {
  /** `https://podium.example`. */
  readonly origin: string;
  /** Each name under which a request may know it, with its port. */
  readonly hosts: readonly string[];
}

/** Under which origin the site stands, as PODIUM_URL says; undefined where it says nothing that is an address. */
export function namedOrigin(named = process.env.PODIUM_URL): string | undefined {
  return named && URL.canParse(named) ? new URL(named).origin : undefined;
}

/** The site as a request knows it. A proxy in front may change Host; then PODIUM_URL says under which name the site is known. */
export function siteOf(request: Request): Site {
  const { protocol, host: ofAddress } = new URL(request.url);
  const host = request.headers.get('host') ?? ofAddress;
  const origin = namedOrigin();
  if (origin === undefined) return { origin: `${protocol}//${host}`, hosts: [host] };
  return { origin, hosts: [new URL(origin).host, host] };
}
