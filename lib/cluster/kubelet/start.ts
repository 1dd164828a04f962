import type { Container } from '../objects';
import { goDuration, heldBackUntilMs, nextBackOff } from './back-off';
import { missingForEnvironment, volumesMsOf } from './environment';
import { leave, programIn, surroundingsOf } from './files';
import { ensureImage, pullMsOf } from './images';
import { type Exit, fullName } from './life';
import { listen } from './listening';
import { beginProbes } from './probes';
import type { Ran } from './program';
import { lastExitOf } from './restart';
import { containerIDOf } from './status';
import type { Step } from './step';
import { slowDown } from './warm-up';

/** How long a start takes, ms. Source: the recordings of a real kubelet with containerd, conformance `pods/`. */
const takes = {
  sandboxMs: [110, 160],
  containerMs: [60, 100],
} as const;

/**
 * Whether a container that ended is to be left alone still: says until when. If it is not, the next time takes longer.
 * Models pkg/kubelet/kuberuntime/kuberuntime_manager.go doBackOff (v1.37): it counts from the newest instance that is known to
 * have ended, so a container that is killed and started again in one sync is not held back the first time.
 */
export function heldBack(step: Step, container: Container): number | undefined {
  const { name } = container;
  const exit = lastExitOf(step.container(name));
  if (!exit) return undefined;
  const { backOff } = step.container(name);
  const untilMs = heldBackUntilMs(backOff, exit.finishedAtMs, step.nowMs);
  if (untilMs === undefined || !step.is('restartIsHeldBack', true)) {
    const known = step.is('restartIsHeldBackLonger', true) ? backOff : undefined;
    step.setContainer(name, { backOff: nextBackOff(known, exit.finishedAtMs, step.nowMs) });
    return undefined;
  }
  const pod = fullName(step.pod);
  step.say(name, 'Warning', 'BackOff', `Back-off restarting failed container ${name} in pod ${pod}`);
  const delay = goDuration(backOff?.delayMs ?? 0);
  const message = `back-off ${delay} restarting failed container=${name} pod=${pod}`;
  step.tell(name, { type: 'failed', reason: 'CrashLoopBackOff', message });
  return untilMs;
}

/** How long it takes from the beginning of a start until it is known what came of it, ms. */
export function startMsOf(step: Step, container: Container): number {
  const isFirst = step.life.sandbox === 'none';
  const volumesMs = isFirst ? volumesMsOf(step.pod) : 0;
  const sandboxMs = isFirst ? step.between(takes.sandboxMs) : 0;
  return volumesMs + sandboxMs + step.between(takes.containerMs) + pullMsOf(container);
}

/**
 * Starts a container, or finds out why that is impossible; every failure is said, and kept as the reason why the container
 * waits. Models kuberuntime_container.go startContainer up to its postStart hook (v1.37).
 */
export function startContainer(step: Step, container: Container): 'started' | 'failed' | 'ranInVain' {
  const { name } = container;
  const failure = ensureImage(step, container) ?? configError(step, container);
  if (failure) {
    const { reason, message } = failure;
    const says = reason === 'CreateContainerConfigError' ? message : reason;
    step.say(name, 'Warning', 'Failed', `Error: ${says}`);
    step.tell(name, { type: 'failed', reason, message });
    return 'failed';
  }
  const { unseen, context } = step.container(name);
  if (unseen) step.tell(name, { type: 'exited', exit: unseen });
  step.setContainer(name, { unseen: undefined, stopping: undefined, files: [], image: container.image });
  const { nowMs } = step;
  const containerID = containerIDOf(step.pod, name, context.attempt + 1);
  const program = programIn(step, container, surroundingsOf(step, container));
  step.say(name, 'Normal', 'Created', 'Container created');
  if (program.absent) {
    const message = `failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: ${program.absent}: unknown`;
    step.say(name, 'Warning', 'Failed', `Error: ${message}`);
    const exit: Exit = {
      exitCode: 128,
      reason: 'StartError',
      message,
      startedAtMs: 0,
      finishedAtMs: nowMs,
      containerID,
    };
    step.tell(name, {
      type: 'failed',
      reason: 'RunContainerError',
      message,
      instance: { containerID, nowMs, exit },
    });
    return 'ranInVain';
  }
  step.tell(name, { type: 'started', instance: { containerID, nowMs } });
  step.say(name, 'Normal', 'Started', 'Container started');
  const slowerMs = slowDown(step, container);
  if (program.touches !== undefined) leave(step, container, program);
  const unheard = listen(step, container, program);
  const ends: Ran | undefined =
    unheard === undefined ? program.ends : { afterMs: 0, exitCode: 1, output: unheard };
  if (ends) {
    const { afterMs, exitCode, reason } = ends;
    leave(step, container, ends);
    const { attempt } = step.container(name).context;
    if (Number.isFinite(afterMs))
      step.after(slowerMs + afterMs, {
        type: 'exited',
        container: name,
        attempt,
        exitCode,
        ...(reason && { reason }),
        ...(unheard !== undefined && { wrote: unheard }),
      });
  }
  if (program.waits) waitOn(step, container, program.waits.everyMs);
  beginProbes(step, container);
  return 'started';
}

/** Tries once more after a while. */
function waitOn(step: Step, { name }: Container, everyMs: number): void {
  const { attempt } = step.container(name).context;
  step.after(everyMs, { type: 'exited', container: name, attempt, exitCode: 0, isTry: true });
}

/** What a container that waits found at its next try: whether it waits on. */
export function waitsOn(step: Step, container: Container): boolean {
  const { waits } = programIn(step, container, surroundingsOf(step, container));
  if (waits) waitOn(step, container, waits.everyMs);
  return waits !== undefined;
}

function configError(step: Step, container: Container) {
  const message = missingForEnvironment(step, container);
  return message === undefined ? undefined : ({ reason: 'CreateContainerConfigError', message } as const);
}
