// @ts-check
/**
 * Who calls: cards on every page of the desk. Read together with desk.js and notices.js, as one script.
 *
 * - `#calls[data-calls="/url"]`: server-sent events `calls` bring the cards that are there now, `notice` what else there is
 *   to hear of.
 *
 * A browser opens few connections to one server. So of all windows of this browser one listens, and tells the others.
 */

const CALLS = "onedoor-calls";

/** @param {HTMLElement} place */
function followCalls(place) {
  const others = "BroadcastChannel" in window ? new BroadcastChannel(CALLS) : undefined;
  /** @type {string | undefined} */
  let cards;
  let listens = false;
  const show = (/** @type {string} */ html) => {
    cards = html;
    replace(place, html);
    const call = place.querySelector('[data-call="ringing"]');
    ringing = call instanceof HTMLElement ? call.dataset.who ?? "" : "";
    retitle();
  };
  const note = (/** @type {Notice} */ notice) => {
    if (takeNote(notice)) others?.postMessage({ inSight: notice.id });
  };
  const listen = () => {
    listens = true;
    const source = new EventSource(place.dataset.calls ?? "");
    source.addEventListener("calls", (event) => {
      show(event.data);
      others?.postMessage({ cards });
    });
    source.addEventListener("notice", (event) => {
      const notice = JSON.parse(event.data);
      others?.postMessage({ notice });
      note(notice);
      tell(notice);
    });
  };
  others?.addEventListener("message", ({ data }) => {
    if (typeof data?.cards === "string") show(data.cards);
    else if (typeof data?.inSight === "string") noteInSight(data.inSight);
    else if (data?.notice) note(data.notice);
    // A window that has just been opened asks what is there.
    else if (listens && cards !== undefined) others.postMessage({ cards });
  });
  // Without locks (a desk by plain http) each window listens for itself.
  if (!others || !navigator.locks) return listen();
  others.postMessage({});
  // Held until this window goes; then the next one listens.
  navigator.locks.request(CALLS, () => new Promise(() => listen()));
}

const callCards = byId("calls");
if (callCards instanceof HTMLElement) followCalls(callCards);
