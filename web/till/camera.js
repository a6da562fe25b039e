// @ts-check
/** Where the browser can read codes, the camera is a scanner too. */

import { byId, dialog } from "./parts.js";

const LOOK_EVERY_MS = 200;
const FORMATS = ["qr_code", "ean_13", "ean_8", "code_128", "code_39", "itf", "upc_a"];

/** @param {(text: string) => void} take */
export function offerCamera(take) {
  if (!("BarcodeDetector" in window) || !navigator.mediaDevices?.getUserMedia) return;
  const button = byId("camera-open");
  button.hidden = false;
  button.addEventListener("click", () => void read(take));
}

/** @param {(text: string) => void} take */
async function read(take) {
  const box = dialog("camera");
  const video = /** @type {HTMLVideoElement} */ (byId("camera-picture"));
  const stream = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: "environment" } })
    .catch(() => null);
  if (!stream) return;
  box.addEventListener("close", () => stream.getTracks().forEach((track) => track.stop()), { once: true });
  box.showModal();
  video.srcObject = stream;
  await video.play();
  // @ts-expect-error Not in the types of the standard library yet.
  const detector = new BarcodeDetector({ formats: FORMATS });
  while (box.open) {
    const [found] = await detector.detect(video).catch(() => []);
    if (found?.rawValue) {
      box.close();
      take(found.rawValue);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
