/**
 * What is wrong with this version of Node, as one sentence, or undefined when it will do: 20.20 or newer of 20,
 * 22.12 or newer of 22, and everything from 24 on.
 */
export function nodeFault(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if ((major === 20 && minor >= 20) || (major === 22 && minor >= 12) || major >= 24) return undefined;
  return `Podium needs Node 20.20, 22.12, 24 or newer; this is Node ${version.replace(/^v/, '')}.`;
}
