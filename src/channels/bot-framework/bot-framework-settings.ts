/** The bot's registration at the Azure Bot Service. */
export interface Registration {
  readonly appId: string;
  /** Tenant of a single-tenant registration; old multi-tenant ones have none. */
  readonly tenantId?: string;
  readonly password: string;
}

/** `development`: no tokens at all, and answers only to connectors on this machine. Never beyond loopback. */
export type BotFrameworkSettings =
  | { readonly kind: "registered"; readonly registration: Registration }
  | { readonly kind: "development" };
