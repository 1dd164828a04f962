import type { FaultCommand } from '../command';
import type { Write } from '../controllers/controller';
import type { Pod } from '../objects';
import { momentOf } from '../time';
import { ask, hasNews, isFresh } from './asking';
import { end, ifAllStopped, remove } from './ending';
import {
  type Exit,
  isDeleted,
  type KubeletAround,
  type KubeletMessage,
  newContainer,
  type PodLife,
  type Reaction,
} from './life';
import { isWorking } from './pod.machine';
import { armProbes, isReadinessOpen, probeNow } from './probes';
import { tickFromMs } from './relist';
import { isOver, sync } from './report';
import type { SlowStart } from './slow-starts';
import { knownOf } from './spec';
import { waitsOn } from './start';
import { shownOf, statusOf } from './status';
import { Step } from './step';
import { goOn, isAlive, letOthersEnd } from './stop';
import { done, goOnWithTurn, work } from './turn';
import { hasten } from './warm-up';

const newLife = (pod: Pod): PodLife => ({
  state: 'Working.ContainerCreating',
  containers: Object.fromEntries(knownOf(pod.spec).names.map((name) => [name, newContainer])),
  probes: {},
  images: {},
  sandbox: 'none',
  serial: 0,
  asked: 0,
  turnedAtMs: -1,
  volumes: {},
  faults: {},
});

/** A Pod has been bound to this kubelet's node. Models pkg/kubelet (v1.37) for one Pod; what it leaves out is in MODEL.md. */
export function begin(pod: Pod, around: KubeletAround): Reaction {
  const step = new Step(pod, newLife(pod), around);
  step.moves.push({ from: 'Pending', to: step.life.state, guard: 'kubeletSeesPod' });
  takeTurn(step);
  planDeadline(step);
  return step.reaction;
}

/** A message for the kubelet about a Pod of its. */
export function take(pod: Pod, life: PodLife, message: KubeletMessage, around: KubeletAround): Reaction {
  const step = new Step(pod, life, around);
  switch (message.type) {
    case 'turn':
      if (life.turnAtMs === step.nowMs) takeTurn(step);
      break;
    case 'done':
      done(step, message.serial);
      break;
    case 'exited':
      exited(step, message);
      break;
    case 'stop':
      goOn(step, message.container, message.attempt);
      break;
    case 'probe':
      probed(step, message.container, message.kind);
      break;
    case 'deleted':
      deleted(step);
      break;
    case 'changed':
      if (isWorking(life.state)) ask(step);
      planDeadline(step);
      break;
    case 'deadline':
      deadlineCame(step);
  }
  return step.reaction;
}

/** The worker's turn. Source: pkg/kubelet/kubelet.go SyncPod, SyncTerminatingPod, SyncTerminatedPod (v1.37). */
function takeTurn(step: Step): void {
  const { state, asked, turn, isForReadiness } = step.life;
  step.set({ turnAtMs: undefined, asked: 0, isForReadiness: false });
  if (isForReadiness && !isReadinessOpen(step)) return;
  if (turn) step.set({ turn: { ...turn, isAsked: true } });
  else if (isWorking(state) && !isDeleted(step.pod)) work(step, { isAsked: asked > 1 });
  else if (state === 'Ending') end(step, step.pod.spec.terminationGracePeriodSeconds ?? 30);
  else if (state === 'Stopped') remove(step);
}

/** Files that it shares with others have changed: its probes look again. */
export function askedAgain(pod: Pod, life: PodLife, around: KubeletAround): Reaction {
  const step = new Step(pod, life, around);
  armProbes(step);
  return step.reaction;
}

/** Somebody breaks or mends what a Pod's programs answer, or ends one of them. */
export function fault(pod: Pod, life: PodLife, around: KubeletAround, command: FaultCommand): Reaction {
  const step = new Step(pod, life, around);
  if (command.verb === 'crash') {
    const container = command.container ?? pod.spec.containers[0]?.name ?? '';
    const attempt = life.containers[container]?.context.attempt;
    // Its end is the reader's doing, not its slow start's.
    if (attempt !== undefined) step.setContainer(container, { slowed: undefined });
    if (attempt !== undefined) exited(step, { type: 'exited', container, attempt, exitCode: 1 });
    return step.reaction;
  }
  const isBroken = command.verb === 'failReadiness' || command.verb === 'failLiveness';
  const isReadiness = command.verb === 'failReadiness' || command.verb === 'mendReadiness';
  step.set({ faults: { ...life.faults, [isReadiness ? 'readiness' : 'liveness']: isBroken } });
  armProbes(step);
  return step.reaction;
}

/** What slowed the starts of a Pod is mended. */
export function mended(pod: Pod, life: PodLife, around: KubeletAround, slow: SlowStart): Reaction {
  const step = new Step(pod, life, around);
  hasten(step, slow);
  return step.reaction;
}

/** What the kubelet writes of a Pod when its node is heard again. Source: status_manager.go syncBatch, needsReconcile (v1.37). */
export function told(pod: Pod, life: PodLife, around: KubeletAround): Write[] {
  if (life.state === 'Gone') return [{ do: 'delete', object: pod, gracePeriodSeconds: 0 }];
  const status = shownOf(statusOf(new Step(pod, life, around), isOver(life)), pod.status, isOver(life));
  return [{ do: 'updateStatus', object: { ...pod, status } as Pod }];
}

function exited(step: Step, message: Extract<KubeletMessage, { type: 'exited' }>): void {
  const { container: name, attempt, exitCode } = message;
  const life = step.container(name);
  if (life.context.attempt !== attempt || !isAlive(life)) return;
  if (message.isTry && waitsOn(step, step.specOf(name))) return;
  const exit: Exit = {
    exitCode,
    reason: message.reason ?? (exitCode === 0 ? 'Completed' : 'Error'),
    startedAtMs: life.context.startedAtMs,
    finishedAtMs: step.nowMs,
    containerID: life.context.containerID,
    ...(message.wrote !== undefined && { wrote: message.wrote }),
  };
  if (life.stopping?.isHookOpen) step.say(name, 'Warning', 'FailedPreStopHook', 'PreStopHook failed');
  step.setContainer(name, { unseen: exit, stopping: undefined });
  letOthersEnd(step);
  if (isWorking(step.life.state)) hasNews(step);
  goOnWithTurn(step);
  ifAllStopped(step);
}

function probed(step: Step, name: string, kind: Parameters<typeof probeNow>[2]): void {
  const outcome = probeNow(step, name, kind);
  if (outcome === 'unchanged') return;
  if (outcome === 'ready') step.setContainer(name, { slowed: undefined });
  if (outcome === 'ready' || outcome === 'unready') sync(step);
  else ask(step);
}

/** The Pod is to go, or to go sooner than was said. Source: pkg/kubelet/pod_workers.go UpdatePod. */
function deleted(step: Step): void {
  const { state } = step.life;
  const isSooner = state === 'Terminating';
  if (!isSooner && !isWorking(state) && state !== 'Ending') return;
  if (!isSooner && !isFresh(step)) {
    const { turn } = step.life;
    step.set({ turn: undefined, serial: step.life.serial + (turn ? 1 : 0) });
    step.after(step.nextLookMs - step.nowMs, { type: 'deleted' });
    return;
  }
  if (!isSooner) {
    step.set({ turnAtMs: undefined, turn: undefined });
    step.move('deleted', { phase: '', isReady: false, isDeleted: true, isInitializing: false });
    sync(step);
  }
  end(step, step.pod.metadata.deletionGracePeriodSeconds ?? 30);
}

/** Source: pkg/kubelet/active_deadline.go. */
function planDeadline(step: Step): void {
  const seconds = step.pod.spec.activeDeadlineSeconds;
  const { startTime } = step.life.status ?? {};
  if (seconds === undefined || !startTime || !isWorking(step.life.state)) return;
  const atMs = tickFromMs(momentOf(startTime) + seconds * 1000);
  step.after(atMs - step.nowMs, { type: 'deadline' });
}

function deadlineCame(step: Step): void {
  const seconds = step.pod.spec.activeDeadlineSeconds;
  const { startTime } = step.life.status ?? {};
  if (seconds === undefined || !startTime || !isWorking(step.life.state)) return;
  if (step.nowMs < momentOf(startTime) + seconds * 1000) return;
  const message = 'Pod was active on the node longer than the specified deadline';
  step.say(undefined, 'Normal', 'DeadlineExceeded', message);
  step.set({ failure: { reason: 'DeadlineExceeded', message } });
  ask(step);
}
