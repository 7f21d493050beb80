/** The views of the page, one of which shows. */

import { byId } from "./dom.js";

/**
 * Show the view of that name, as if its button had been clicked.
 * @param {string} name
 */
export function showView(name) {
  const found = byId("views", HTMLElement).querySelector(`[data-view="${name}"]`);
  if (found instanceof HTMLButtonElement) {
    found.click();
  }
}

/**
 * Let the buttons of the navigation show their views.
 * @param {Record<string, () => void>} entered What to do when a view is entered, by its name.
 */
export function startViews(entered) {
  const navigation = byId("views", HTMLElement);
  for (const link of navigation.querySelectorAll("button")) {
    link.addEventListener("click", () => {
      byId("problem", HTMLElement).hidden = true;
      for (const other of navigation.querySelectorAll("button")) {
        const shows = other === link;
        byId(other.dataset.view ?? "", HTMLElement).hidden = !shows;
        if (shows) {
          other.setAttribute("aria-current", "page");
        } else {
          other.removeAttribute("aria-current");
        }
      }
      document.title = `${link.textContent} – traek`;
      entered[link.dataset.view ?? ""]?.();
    });
  }
}
