/** What a reader of the bench puts together: a program, the controller over it, where its state lies, and whom its clients ask. */
export interface SwapChoice {
  readonly app: SwapApp;
  readonly controller: SwapController;
  readonly store: SwapStore;
  readonly asks: SwapAsks;
}

export const swapApps = ['pages', 'sessions', 'squid', 'mysql', 'mongodb'] as const;
export type SwapApp = (typeof swapApps)[number];

export const swapControllers = ['Deployment', 'StatefulSet'] as const;
export type SwapController = (typeof swapControllers)[number];

/** `image`: nothing is written. `outside`: in another service's Pod. */
export type SwapStore = 'image' | 'layer' | 'emptyDir' | 'claim' | 'outside';

/** `service`: any replica that is Ready. `name`: the replica that answered first, by its Pod's name. */
export const swapAsks = ['service', 'name'] as const;
export type SwapAsks = (typeof swapAsks)[number];

const stores: Readonly<Record<SwapApp, readonly SwapStore[]>> = {
  pages: ['image'],
  sessions: ['layer', 'emptyDir', 'claim', 'outside'],
  squid: ['layer', 'emptyDir', 'claim'],
  mysql: ['layer', 'emptyDir', 'claim'],
  mongodb: ['layer', 'emptyDir', 'claim'],
};

export const storesOf = (app: SwapApp): readonly SwapStore[] => stores[app];

/** Whom the clients of a program can ask: members of a database know each other by name alone. */
export const asksOf = (app: SwapApp): readonly SwapAsks[] => (app === 'mongodb' ? ['name'] : swapAsks);

/** How many replicas the bench begins with. */
export const replicasOf: Readonly<Record<SwapApp, number>> = {
  pages: 3,
  sessions: 1,
  squid: 1,
  mysql: 1,
  mongodb: 3,
};

/** Clients take turns, one request a second. */
export const swapClients = ['A', 'B', 'C'] as const;
export type SwapClient = (typeof swapClients)[number];

export const firstSwapChoice: SwapChoice = {
  app: 'mysql',
  controller: 'Deployment',
  store: 'layer',
  asks: 'service',
};

/** The choice with another part; what does not go with it is chosen anew, as near as there is. */
export function chosen(before: SwapChoice, part: Partial<SwapChoice>): SwapChoice {
  const choice = { ...before, ...part };
  const [store] = storesOf(choice.app).includes(choice.store) ? [choice.store] : storesOf(choice.app);
  const [asks] = asksOf(choice.app).includes(choice.asks) ? [choice.asks] : asksOf(choice.app);
  return { ...choice, store: store ?? 'image', asks: asks ?? 'service' };
}

export const idOf = ({ app, controller, store, asks }: SwapChoice): string =>
  [app, controller, store, asks].join(' ');
