import { Failure } from '../../failure';
import { atOnce, type Verb, type VerbGroup } from '../../verb';
import { setEnv } from './env';
import { setImage } from './image';
import { setFlags } from './pod-spec';
import { setResources } from './resources';
import { setSelector } from './selector';

const unmodelled = (name: string, says: string): Verb => ({
  help: { says, usage: 'NAME' },
  flags: [
    ...setFlags,
    ...['user', 'group', 'serviceaccount'].map((flag) => ({ name: flag, kind: 'list' as const, says: '' })),
  ],
  run: atOnce(() => {
    throw new Failure(`not modelled in Podium: kubectl set ${name}; image, resources, env and selector are`);
  }),
});

/** Changes one thing of what is there. Models kubectl pkg/cmd/set (v1.37). */
export const set: VerbGroup = {
  says: 'Set specific features on objects',
  isTextOnStderr: true,
  text: [
    'Configure application resources.',
    '',
    ' These commands help you make changes to existing application resources.',
    '',
    'Available Commands:',
    '  env              Update environment variables on a pod template',
    '  image            Update the image of a pod template',
    '  resources        Update resource requests/limits on objects with pod templates',
    '  selector         Set the selector on a resource',
    '  serviceaccount   Update the service account of a resource',
    '  subject          Update the user, group, or service account in a role binding or cluster role binding',
    '',
    'Usage:',
    '  kubectl set SUBCOMMAND [options]',
    '',
    'Use "kubectl set <command> --help" for more information about a given command.',
    'Use "kubectl options" for a list of global command-line options (applies to all commands).',
  ],
  children: {
    env: setEnv,
    image: setImage,
    resources: setResources,
    selector: setSelector,
    serviceaccount: unmodelled('serviceaccount', 'Update the service account of a resource'),
    subject: unmodelled(
      'subject',
      'Update the user, group, or service account in a role binding or cluster role binding',
    ),
  },
  aliases: { sa: 'serviceaccount' },
};
