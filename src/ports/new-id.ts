/** Hands out unguessable ids (UUID form). */
export type NewId = () => string;
