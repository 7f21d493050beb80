/** Elements made and found; text goes in as text and never as markup. */

/**
 * The element of that id.
 * @template {HTMLElement} Kind
 * @param {string} id
 * @param {new () => Kind} kind
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) {
    throw new TypeError(`no ${kind.name} is called ${id}`);
  }
  return found;
}

/**
 * A new element with its attributes and what is in it; a null attribute or child is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | null>} attributes
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/**
 * Give an element of one text another text.
 *
 * Chromium ends a stretch of typing, which is undone as one, whenever a node is taken out of the
 * page, wherever that is. So what changes at every keystroke changes without that.
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  const node = element.firstChild;
  if (!(node instanceof Text)) {
    element.append(text);
  } else if (node.data !== text) {
    node.data = text;
  }
}

/**
 * A button that does something.
 * @param {string} label
 * @param {() => void} action
 * @param {Record<string, string | null>} attributes
 * @returns {HTMLButtonElement}
 */
export function button(label, action, attributes = {}) {
  const made = make("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", action);
  return made;
}

/**
 * How to scroll, for those who want nothing to glide.
 * @returns {ScrollBehavior}
 */
export function calmScroll() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}
