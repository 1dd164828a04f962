import type { Container, HttpGet, Probe } from '../objects';
import { filesOf, programIn, surroundingsOf } from './files';
import type { ProbeKind } from './life';
import { isAnswering } from './listening';
import { images, run } from './program';
import type { Step } from './step';

export interface Answer {
  readonly succeeded: boolean;
  /** What the Event Unhealthy repeats of a failure. */
  readonly output: string;
}

const good: Answer = { succeeded: true, output: '' };
const bad = (output: string): Answer => ({ succeeded: false, output });

/**
 * What a container answers to a probe of it now. Models pkg/kubelet/prober/prober.go runProbe and pkg/probe (v1.37), with their
 * words. A process that is slow to start listens on nothing and fails what a command asks of it.
 * Leaves out: answers that take their time but for `sleep`, redirects, TLS, headers.
 */
export function answerOf(step: Step, container: Container, kind: ProbeKind): Answer {
  const probe = container[`${kind}Probe`] ?? {};
  const { faults } = step.life;
  const isBroken = kind === 'readiness' && images[container.image]?.neverReady;
  if ((kind === 'readiness' && faults.readiness) || (kind === 'liveness' && faults.liveness) || isBroken)
    return bad(asIfFailed(probe));
  if (probe.exec)
    return isWarmingUp(step, container) ? bad(asIfFailed(probe)) : answerToExec(step, container, probe);
  if (probe.httpGet) return answerToHttp(step, container, probe.httpGet);
  if (probe.tcpSocket) return answerToTcp(step, container, probe.tcpSocket.port);
  if (probe.grpc) return answerToTcp(step, container, probe.grpc.port);
  return good;
}

/** How long a probe takes beyond a moment, ms: a command that sleeps, at most until its time is over. */
export function answerMsOf(step: Step, container: Container, { exec, timeoutSeconds }: Probe): number {
  if (!exec?.command) return 0;
  const { afterMs } = run(container.image, exec.command, surroundingsOf(step, container));
  return Math.min(afterMs, (timeoutSeconds ?? 1) * 1000);
}

/** What a probe prints that somebody makes fail. */
function asIfFailed({ exec, httpGet }: Probe): string {
  const [, verb, file] = exec?.command ?? [];
  if (httpGet) return 'HTTP probe failed with statuscode: 500';
  return verb === 'test' ? `no ${file}\n` : '';
}

function answerToExec(step: Step, container: Container, { exec, timeoutSeconds }: Probe): Answer {
  const command = exec?.command ?? [];
  const ran = run(container.image, command, surroundingsOf(step, container));
  if (ran.afterMs > (timeoutSeconds ?? 1) * 1000)
    return bad(`command ${JSON.stringify(command.join(' '))} timed out`);
  return ran.exitCode === 0 ? good : bad(ran.output);
}

/** The port that a probe or a hook means: its number, or that of the container's port of that name. */
export function portOf({ ports }: Container, port: number | string): number {
  if (typeof port === 'number') return port;
  return ports?.find(({ name }) => name === port)?.containerPort ?? (Number(port) || 0);
}

/** Its process has not come so far yet as to answer. */
const isWarmingUp = (step: Step, { name }: Container): boolean =>
  step.nowMs < (step.container(name).slowed?.untilMs ?? 0);

const isListening = (step: Step, container: Container, port: number): boolean => {
  if (isWarmingUp(step, container)) return false;
  return isAnswering(step, container, port);
};

export function answerToHttp(step: Step, container: Container, get: HttpGet): Answer {
  const port = portOf(container, get.port);
  const path = get.path ?? '/';
  const address = `${get.host || step.life.podIP}:${port}`;
  if (!isListening(step, container, port)) {
    const url = `${(get.scheme ?? 'HTTP').toLowerCase()}://${address}${path}`;
    return bad(`Get ${JSON.stringify(url)}: dial tcp ${address}: connect: connection refused`);
  }
  const { healthFile } = programIn(step, container);
  if (path !== '/healthz' || !healthFile || filesOf(step, container).has(healthFile)) return good;
  return bad('HTTP probe failed with statuscode: 500');
}

function answerToTcp(step: Step, container: Container, port: number | string): Answer {
  const number = portOf(container, port);
  if (isListening(step, container, number)) return good;
  return bad(`dial tcp ${step.life.podIP}:${number}: connect: connection refused`);
}
