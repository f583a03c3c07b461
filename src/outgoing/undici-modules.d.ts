/** The deep file of undici 7.30.2 for the one part that is used: its root loads a browser's fetch, caches and mocks besides. */
declare module "undici/lib/dispatcher/agent.js" {
  import { Agent } from "undici";
  export default Agent;
}
