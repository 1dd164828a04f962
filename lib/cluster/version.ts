/**
 * Names the engine whose runs are kept with it. The number behind the slash is raised when a log may replay to another end than before:
 * a stored run is then told apart from one that this engine would make.
 */
export const engineVersion = 'v1.37.2/2';
