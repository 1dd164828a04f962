import { definePackets } from '@/lib/lab/packet-path';
import { clusters } from './clusters';
import { outsidePaths } from './outside';
import { podPaths } from './pods';
import { servicePaths } from './services';

/** The ways of packets that figures show, in the order in which the course comes to them. */
export default definePackets({ clusters, paths: [...podPaths, ...servicePaths, ...outsidePaths] });
