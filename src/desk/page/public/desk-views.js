import { byId } from "./desk-dom.js";

/** The main part behind each tab. */
const VIEWS = { cases: "panes", review: "review", switches: "switches" };

const show = (name) => {
  for (const [one, part] of Object.entries(VIEWS)) {
    byId(part).hidden = one !== name;
    if (one === name) byId(`view-${one}`).setAttribute("aria-current", "page");
    else byId(`view-${one}`).removeAttribute("aria-current");
  }
};

export const isShown = (name) => !byId(VIEWS[name]).hidden;

/** Lets the tabs be pressed; `onShow` gets the name of the one that is shown. */
export const connectViews = (onShow) => {
  for (const name of Object.keys(VIEWS)) {
    byId(`view-${name}`).addEventListener("click", () => {
      show(name);
      onShow(name);
    });
  }
};
