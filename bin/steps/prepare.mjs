import { generateClient } from './database.mjs';
import { installPackages, needsInstall } from './install.mjs';
import { step } from './run.mjs';
import { bindingFor, bindingWorks, installBinding } from './sqlite-binding.mjs';

/** What every command needs first: the packages, an SQLite binding for this Node, Prisma's client. */
export async function prepare() {
  if (needsInstall()) await step('Installing packages', installPackages);
  if (!(await bindingWorks())) {
    const isCompiled = bindingFor(process.version) === '12.11.1';
    const what = isCompiled ? 'Compiling SQLite (takes a few minutes)' : 'Installing SQLite';
    await step(`${what} for Node ${process.versions.node}`, installBinding);
  }
  await step('Generating the database client', () =>
    generateClient().then((made) => (made ? '' : 'unchanged')),
  );
}
