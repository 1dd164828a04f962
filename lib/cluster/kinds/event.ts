import type { Event } from '../objects';
import { defineKind } from './kind';

export const event = defineKind<Event>({
  kind: 'Event',
  apiVersion: 'v1',
  plural: 'events',
  hasStatus: false,
});
