import type { Node } from '../objects';
import { defineKind } from './kind';

/** Nodes. Source: pkg/registry/core/node/strategy.go, pkg/apis/core/validation ValidateNode, ValidateNodeUpdate. */
export const node = defineKind<Node>({
  kind: 'Node',
  apiVersion: 'v1',
  plural: 'nodes',
  namespaced: false,
  defaulted: (object) => ({
    ...object,
    spec: object.spec ?? {},
    status: object.status ?? { capacity: {}, allocatable: {}, conditions: [] },
  }),
});
