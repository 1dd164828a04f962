import { rmSync } from 'node:fs';

/** Removes the folder that held the browser tests' database. */
export default function teardown() {
  const folder = process.env.PODIUM_E2E_DATA;
  if (folder) rmSync(folder, { recursive: true, force: true });
}
