import type { Namespace } from '../objects';
import { defineKind } from './kind';

export const namespace = defineKind<Namespace>({
  kind: 'Namespace',
  apiVersion: 'v1',
  plural: 'namespaces',
  namespaced: false,
  nameForm: 'label',
});
