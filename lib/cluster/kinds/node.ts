import type { Node } from '../objects';
import { defineKind } from './kind';

export const node = defineKind<Node>({
  kind: 'Node',
  apiVersion: 'v1',
  plural: 'nodes',
  namespaced: false,
});
