// @ts-check
/**
 * The line to the server. Whoever asks learns one of three things: what was asked for, why not, or that nobody answered,
 * of which it must not be concluded that nothing was done.
 */

import { settings } from "./parts.js";

const PATIENCE_MS = 8_000;
const PING_EVERY_MS = 4_000;

/** @typedef {{ kind: "ok", body: any }} Ok */
/** @typedef {{ kind: "refused", status: number, code: string, said: string }} Refused */
/** @typedef {{ kind: "cut" }} Cut */

/** @type {"online" | "offline" | "signed-out"} */
let state = "online";
/** @type {Set<() => void>} */
const listeners = new Set();

export const lineState = () => state;
export const isOnline = () => state === "online";

/** @param {() => void} listener */
export const onLineChange = (listener) => listeners.add(listener);

/** @param {"online" | "offline" | "signed-out"} next */
function become(next) {
  if (next === state) return;
  state = next;
  listeners.forEach((listener) => listener());
}

/**
 * @param {string} path @param {Record<string, string>} [form] posts it, with the session's token
 * @returns {Promise<Ok | Refused | Cut>}
 */
export async function ask(path, form) {
  const answer = await once(path, form);
  // Signed in anew meanwhile: the page is of the older session.
  if (form && answer.kind === "refused" && answer.code === "stale_form" && (await ping())) {
    return await once(path, form);
  }
  return answer;
}

/** @param {string} path @param {Record<string, string>} [form] @returns {Promise<Ok | Refused | Cut>} */
async function once(path, form) {
  const body = form && new URLSearchParams({ ...form, _token: settings.token });
  try {
    const answer = await fetch(path, {
      method: body ? "POST" : "GET",
      body,
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    // A proxy that answers for a server that is down is a line that is cut.
    if (answer.status >= 500) throw new Error(`status ${answer.status}`);
    const isJson = answer.headers.get("content-type")?.includes("json");
    const told = isJson ? await answer.json() : await answer.text();
    become(answer.status === 401 ? "signed-out" : "online");
    if (answer.ok) return { kind: "ok", body: told };
    const { code = "refused", said, detail } = isJson ? told : {};
    return { kind: "refused", status: answer.status, code, said: said ?? detail ?? answer.statusText };
  } catch {
    become("offline");
    return { kind: "cut" };
  }
}

/** Whether the server is there and knows who we are; the token is renewed. */
export async function ping() {
  const answer = await once("/till/session");
  if (answer.kind !== "ok") return false;
  settings.token = answer.body.token;
  return true;
}

setInterval(() => {
  if (state !== "online") void ping();
}, PING_EVERY_MS);
addEventListener("online", () => void ping());
addEventListener("offline", () => become("offline"));
