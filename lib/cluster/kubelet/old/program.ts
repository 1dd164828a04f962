import type { Container, Probe } from '../../objects';

/**
 * What a container's program does. The model knows one program, `/app`, the image's entrypoint in the recordings;
 * alone it does `pause`. Source: the conformance README, `pods/`.
 */
export type Ending = { readonly afterMs: number; readonly exitCode: number };

export interface Program {
  /** Ends by itself so long after its start. */
  readonly ends?: Ending;
  /** Ends so long after SIGTERM; absent when it ignores the signal. */
  readonly onTerm?: Ending;
}

const seconds = (text: string | undefined): number => Math.max(0, Number(text) || 0) * 1000;

export function programOf(container: Container): Program {
  const [, verb = 'pause', first, second] = [...(container.command ?? ['/app']), ...(container.args ?? [])];
  switch (verb) {
    case 'stubborn':
      return {};
    case 'graceful':
      return { onTerm: { afterMs: seconds(first), exitCode: Number(second) || 0 } };
    case 'exit':
      return {
        ends: { afterMs: seconds(second), exitCode: Number(first) || 0 },
        onTerm: { afterMs: 0, exitCode: 2 },
      };
    case 'serve':
      return { onTerm: { afterMs: 0, exitCode: 2 } };
    default:
      return { onTerm: { afterMs: 0, exitCode: 0 } };
  }
}

/** How an image behaves beyond its program. */
export interface Image {
  /** Its readiness probe never succeeds. */
  readonly neverReady?: boolean;
}

/** Images that lessons use to break things. Every other image is there and good. */
export const images: Readonly<Record<string, Image>> = {
  'db:broken': { neverReady: true },
  'app:broken': { neverReady: true },
};

/** Whether a probe of this container succeeds, left alone. The file /app exists, no other does. */
export function probeSucceeds(container: Container, probe: Probe): boolean {
  if (images[container.image]?.neverReady) return false;
  const [, verb, file] = probe.exec?.command ?? [];
  return verb === 'test' ? file === '/app' : true;
}

/** What the failed probe prints, as the Event Unhealthy repeats it. */
export function probeOutput(probe: Probe): string {
  const [, verb, file] = probe.exec?.command ?? [];
  return verb === 'test'
    ? `Readiness probe failed: no ${file}\n`
    : 'Readiness probe failed: HTTP probe failed with statuscode: 500';
}
