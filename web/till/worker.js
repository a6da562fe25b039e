// The till's page and its files, kept for the time without a network. Sales never pass through here.

const KEPT = "till-VERSION_HERE";
const FILES = "FILES_HERE";
const PAGE = "/till";
const PATIENCE_MS = 4_000;

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(KEPT);
      await cache.addAll(FILES);
      await keepPage(cache, await fetch(PAGE));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

/** The page itself, and not the way to the sign-in. */
async function keepPage(cache, answer) {
  if (answer.ok && !answer.redirected) await cache.put(PAGE, answer.clone());
  return answer;
}

async function page(request) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status >= 500) throw new Error(`status ${answer.status}`);
    return await keepPage(cache, answer);
  } catch (cut) {
    const kept = await cache.match(PAGE);
    if (kept) return kept;
    throw cut;
  }
}

async function file(request) {
  return (await caches.match(request)) ?? (await fetch(request));
}

self.addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== "GET") return;
  if (event.request.mode === "navigate" && pathname === PAGE) event.respondWith(page(event.request));
  else if (pathname.startsWith("/till/assets/")) event.respondWith(file(event.request));
});
