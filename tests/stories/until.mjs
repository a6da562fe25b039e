// Waiting for what happens in another process.

const PATIENCE_MS = 20_000;
const POLL_MS = 50;

/** What `look` gives, as soon as it gives something. */
export async function until(what, look, patienceMs = PATIENCE_MS) {
  for (const end = Date.now() + patienceMs; Date.now() < end;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`waited in vain for ${what}`);
}
