import { isNull, textOf } from "./row.ts";

/** Where the customer is; nothing where the channel gave no address. */
export const addressOf = (row: object): { readonly address?: string } =>
  isNull(row, "address") ? {} : { address: textOf(row, "address") };
