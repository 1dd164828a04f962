import 'server-only';
import type { ZodType } from 'zod';
import { Refusal } from './refusal';
import { siteOf } from './site';

/** The longest body that is read, bytes. */
export const MAX_BODY_BYTES = 64 * 1024;

/**
 * The body of a POST from a page of this site. Refuses other sites, other media types, more than 64 KiB (without reading on, whatever
 * content-length says) and what the schema does not know.
 */
export async function readJson<Value>(request: Request, schema: ZodType<Value>): Promise<Value> {
  checkOrigin(request);
  const type = request.headers.get('content-type') ?? '';
  if (type.split(';')[0]?.trim().toLowerCase() !== 'application/json') throw new Refusal('not-json');
  const parsed = schema.safeParse(parseJson(await readText(request)));
  if (!parsed.success) throw new Refusal('invalid-body');
  return parsed.data;
}

/** As `readJson`; a request that names no media type has no body, which counts as `{}`. For a DELETE. */
export async function readOptionalJson<Value>(request: Request, schema: ZodType<Value>): Promise<Value> {
  checkOrigin(request);
  return request.headers.has('content-type') ? readJson(request, schema) : schema.parse({});
}

/**
 * A browser says where a request comes from: `Origin` must be this host, and `Sec-Fetch-Site` not another site. A client that says neither
 * is no browser and carries nobody else's cookie.
 */
export function checkOrigin(request: Request): void {
  const site = request.headers.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') throw new Refusal('cross-origin');
  const origin = request.headers.get('origin');
  if (origin === null) return;
  const host = URL.canParse(origin) ? new URL(origin).host : undefined;
  if (host === undefined || host === '' || !siteOf(request).hosts.includes(host))
    throw new Refusal('cross-origin');
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES)
    throw new Refusal('body-too-large');
  if (!request.body) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = request.body.getReader();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decode(decoder);
    bytes += value.byteLength;
    if (bytes > MAX_BODY_BYTES) {
      await reader.cancel().catch(() => {});
      throw new Refusal('body-too-large');
    }
    text += decode(decoder, value);
  }
}

function decode(decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
  } catch {
    throw new Refusal('malformed-json');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('malformed-json');
  }
}
