import { createSession } from '@/lib/lab/create-session';
import type { LabStatement, Scenario } from '@/lib/lab/scenario';
import type { Session } from '@/lib/lab/session';

/** A session at the moment at which the scenario's figure opens: the same on the server and in the browser. */
export const openSession = (scenario: Scenario | LabStatement): Session => createSession(scenario);
