import type { VerbGroup } from '../../verb';
import { pause, restart, resume } from './change';
import { history } from './history';
import { status } from './status';
import { undo } from './undo';

/** What `kubectl rollout` prints by itself. */
const text = `Manage the rollout of one or many resources.

 Valid resource types include:

  *  deployments
  *  daemonsets
  *  statefulsets

Examples:
  # Rollback to the previous deployment
  kubectl rollout undo deployment/abc

  # Check the rollout status of a daemonset
  kubectl rollout status daemonset/foo

  # Restart a deployment
  kubectl rollout restart deployment/abc

  # Restart deployments with the 'app=nginx' label
  kubectl rollout restart deployment --selector=app=nginx

Available Commands:
  history       View rollout history
  pause         Mark the provided resource as paused
  restart       Restart a resource
  resume        Resume a paused resource
  status        Show the status of the rollout
  undo          Undo a previous rollout

Usage:
  kubectl rollout SUBCOMMAND [options]

Use "kubectl rollout <command> --help" for more information about a given command.
Use "kubectl options" for a list of global command-line options (applies to all commands).`.split('\n');

/** `kubectl rollout …`. Models kubectl pkg/cmd/rollout (v1.37). */
export const rollout: VerbGroup = {
  says: 'Manage the rollout of one or many resources.',
  children: { history, pause, restart, resume, status, undo },
  text,
};
