// @ts-check
/**
 * The comfort of the store's page. Read together with desk.js, as one script.
 *
 * - `form[data-scanner]`: a scanner is a keyboard that types and presses Enter; wherever the focus is, what it types goes
 *   into the form's field, unless somebody is writing.
 * - `[data-camera]`: where the browser can read codes (BarcodeDetector), the camera is a scanner too.
 */

const LOOK_EVERY_MS = 200;
const FORMATS = ["qr_code", "ean_13", "ean_8", "code_128", "code_39", "itf", "upc_a"];

/** @returns {HTMLFormElement | null} */
const scannerForm = () => document.querySelector("form[data-scanner]");

document.addEventListener("keydown", (event) => {
  const field = byId("scan");
  if (!(field instanceof HTMLInputElement) || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target;
  const isWriting = at instanceof HTMLElement && at.matches("input, textarea, select, [contenteditable]");
  if (isWriting || event.key.length !== 1 || !/[\w@+./:-]/.test(event.key)) return;
  // Single letters are keys of the desk elsewhere; here a card may begin with one.
  event.stopImmediatePropagation();
  field.value = "";
  field.focus();
}, true);

/** @param {HTMLButtonElement} button */
function offerCamera(button) {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return;
  button.hidden = false;
  button.addEventListener("click", () => void readByCamera());
}

async function readByCamera() {
  const dialog = byId("camera");
  const video = byId("camera-picture");
  if (!(dialog instanceof HTMLDialogElement) || !(video instanceof HTMLVideoElement)) return;
  const stream = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: "environment" } })
    .catch(() => null);
  if (!stream) return;
  dialog.addEventListener("close", () => stream.getTracks().forEach((track) => track.stop()), { once: true });
  dialog.showModal();
  video.srcObject = stream;
  await video.play();
  // @ts-expect-error Not in the types of the standard library yet.
  const detector = new BarcodeDetector({ formats: FORMATS });
  while (dialog.open) {
    const [found] = await detector.detect(video).catch(() => []);
    if (found?.rawValue) {
      dialog.close();
      take(found.rawValue);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

/** As if it had been typed. @param {string} text */
function take(text) {
  const form = scannerForm();
  const field = byId("scan");
  if (!form || !(field instanceof HTMLInputElement)) return;
  field.value = text;
  form.requestSubmit();
}

document.querySelectorAll("[data-camera]").forEach((button) => {
  if (button instanceof HTMLButtonElement) offerCamera(button);
});
