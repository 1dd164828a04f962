import { Failure, throwAll } from '../../failure';
import { pairsOf, resourcesAndPairs } from '../../pairs';
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

/** Models kubectl pkg/cmd/set set_image.go (v1.37). */
export const setImage: Verb = {
  help: {
    says: 'Update the image of a pod template',
    usage:
      '(-f FILENAME | TYPE NAME) CONTAINER_NAME_1=CONTAINER_IMAGE_1 ... CONTAINER_NAME_N=CONTAINER_IMAGE_N',
    examples: ['# A new image, and so a rollout', 'kubectl set image deployment/web app=app:v2'],
  },
  flags: setFlags,
  run: atOnce((call) => {
    const dryRun = begun(call);
    const { resources, pairs } = resourcesAndPairs(call.words, 'image');
    const images = pairsOf(pairs, 'image', false).set;
    const infos = targets(call, resources);
    const wrong = allFailures(call);
    if (images.size < 1) wrong.push(new Failure('at least one image update is required'));
    else if (images.size > 1 && images.has('*'))
      wrong.push(
        new Failure(
          'all containers are already specified by *, but saw more than one container_name=container_image pairs',
        ),
      );
    throwAll([...wrong, ...localFailures(call, dryRun)]);
    updatePodSpecs(call, infos, dryRun, {
      operation: 'image updated',
      failing: 'failed to patch image update to pod template:',
      change: (spec, _, failed) => {
        let changed = spec;
        for (const [name, image] of images) {
          const isAll = name === '*';
          // Only a star alone stands for all here.
          const known = [...spec.containers, ...(spec.initContainers ?? [])].some(
            (one) => isAll || one.name === name,
          );
          if (!known) failed(new Failure(`error: unable to find container named ${JSON.stringify(name)}`));
          else
            changed = withContainers(changed, '*', (one) =>
              isAll || one.name === name ? { ...one, image } : one,
            ).spec;
        }
        return changed;
      },
    });
  }),
};
