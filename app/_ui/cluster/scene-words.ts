import { spoken } from '../language/spoken';
import type { en } from './scene-words-en';

/** Words of the scene of a whole cluster; those of one set's picture stand in the figure's own dictionary. */
export type SceneWords = Readonly<Record<keyof typeof en, string>>;

export const sceneWords = spoken('scene');
