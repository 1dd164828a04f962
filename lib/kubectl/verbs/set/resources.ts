import { canonicalQuantity } from '../../../cluster/quantity';
import { Failure } from '../../failure';
import { atOnce, type Verb } from '../../verb';
import {
  allFailures,
  begun,
  localFailures,
  setFlags,
  targets,
  updatePodSpecs,
  withContainers,
} from './pod-spec';

const quantityForm = /^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$/;

/** `cpu=100m,memory=256Mi`. Source: parseResourceList; apimachinery ParseQuantity. */
function amountsOf(text: string): Record<string, string> {
  if (text === '') return {};
  const amounts = text.split(',').map((statement): [string, string] => {
    const [name = '', amount, ...more] = statement.split('=');
    if (amount === undefined || more.length > 0)
      throw new Failure(`invalid argument syntax ${statement}, expected <resource>=<value>`);
    if (!quantityForm.test(amount))
      throw new Failure(
        "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
      );
    const canonical = canonicalQuantity(amount);
    if (canonical === undefined) throw new Failure("unable to parse quantity's suffix");
    return [name, canonical];
  });
  return Object.fromEntries(amounts);
}

/** Models kubectl pkg/cmd/set set_resources.go (v1.37). */
export const setResources: Verb = {
  help: {
    says: 'Update resource requests/limits on objects with pod templates',
    usage: '(-f FILENAME | TYPE NAME)  ([--limits=LIMITS & --requests=REQUESTS]',
    examples: [
      'kubectl set resources deployment web -c=app --requests=cpu=100m,memory=64Mi --limits=memory=128Mi',
    ],
  },
  flags: [
    ...setFlags,
    {
      name: 'containers',
      short: 'c',
      kind: 'string',
      unset: '*',
      says: 'which containers; * stands for anything',
    },
    { name: 'limits', kind: 'string', says: 'the most of each, cpu=100m,memory=256Mi' },
    { name: 'requests', kind: 'string', says: 'what is set aside of each' },
  ],
  run: atOnce((call) => {
    const dryRun = begun(call);
    const { flags } = call;
    const infos = targets(call, call.words);
    const [wrong] = [...localFailures(call, dryRun), ...allFailures(call)];
    if (wrong) throw wrong;
    if (!flags.text('limits') && !flags.text('requests'))
      throw new Failure(
        'you must specify an update to requests or limits (in the form of --requests/--limits)',
      );
    const limits = amountsOf(flags.text('limits'));
    const requests = amountsOf(flags.text('requests'));
    const asked = flags.text('containers');
    updatePodSpecs(call, infos, dryRun, {
      operation: 'resource requirements updated',
      failing: 'failed to patch resources update to pod template',
      change: (spec, _, failed) => {
        const { found, spec: changed } = withContainers(spec, asked, (container) => {
          const { resources = {} } = container;
          return {
            ...container,
            resources: {
              ...resources,
              ...(flags.text('limits') && { limits: { ...resources.limits, ...limits } }),
              ...(flags.text('requests') && { requests: { ...resources.requests, ...requests } }),
            },
          };
        });
        if (found === 0) failed(new Failure(`error: unable to find container named ${asked}`));
        return changed;
      },
    });
  }),
};
