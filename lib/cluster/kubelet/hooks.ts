import type { Container, Handler } from '../objects';
import { runIn } from './files';
import { fullName } from './life';
import { answerToHttp } from './probe-answer';
import type { Step } from './step';

export interface HookRan {
  readonly afterMs: number;
  /** Why it failed. */
  readonly failed?: string;
}

/** Runs a hook in a container. Models pkg/kubelet/lifecycle/handlers.go (v1.37). */
export function runHook(step: Step, container: Container, { exec, httpGet, sleep }: Handler): HookRan {
  if (sleep) return { afterMs: sleep.seconds * 1000 };
  if (exec) {
    const command = exec.command ?? [];
    const { afterMs, exitCode, output } = runIn(step, container, command);
    if (exitCode === 0) return { afterMs };
    const what = `Exec lifecycle hook ([${command.join(' ')}]) for Container ${JSON.stringify(container.name)} in Pod ${JSON.stringify(fullName(step.pod))} failed`;
    const why = `command '${command.join(' ')}' exited with ${exitCode}: ${output}`;
    return { afterMs, failed: `${what} - error: ${why}, message: ${JSON.stringify(output)}` };
  }
  if (httpGet) {
    const { succeeded, output } = answerToHttp(step, container, httpGet);
    return { afterMs: 0, ...(!succeeded && { failed: output }) };
  }
  return { afterMs: 0 };
}
