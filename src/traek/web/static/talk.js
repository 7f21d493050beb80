/** Questions to the server on this machine; the key stands in the page's address. */

/** Something that the user can put right; the message is Danish and is shown as it stands. */
export class Spoken extends Error {}

const LOST = "traek svarer ikke. Start siden igen med traek serve; din tekst står her endnu.";
/** What to say where it had none. */
export const NO_KEY = "Adressen mangler sin nøgle. Åbn siden fra den adresse, traek serve viser.";

const KEY = location.hash.slice(1);

/**
 * Whether the page's address had a key at all.
 * @returns {boolean}
 */
export function hasKey() {
  return KEY !== "";
}

/**
 * The server's answer to a question.
 * @param {string} path
 * @param {string | Blob} body
 * @param {Record<string, string>} headers
 * @returns {Promise<Response>}
 */
export async function ask(path, body, headers = {}) {
  if (!hasKey()) {
    throw new Spoken(NO_KEY);
  }
  let response;
  try {
    response = await fetch(path, {
      method: "POST",
      body,
      headers: { "X-Traek-Token": KEY, ...headers },
    });
  } catch {
    throw new Spoken(LOST);
  }
  if (!response.ok) {
    throw new Spoken(await sentenceIn(response));
  }
  return response;
}

/**
 * The answer to a question that is asked and answered in JSON.
 * @param {string} path
 * @param {object} question
 * @returns {Promise<any>}
 */
export async function askJson(path, question) {
  const response = await ask(path, JSON.stringify(question), {
    "Content-Type": "application/json",
  });
  return response.json();
}

/**
 * The sentence that a refusal gives.
 * @param {Response} response
 * @returns {Promise<string>}
 */
async function sentenceIn(response) {
  try {
    return (await response.json()).error;
  } catch {
    return LOST;
  }
}
