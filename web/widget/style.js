// @ts-check
/** How it looks. A constructed sheet, not a `style` attribute: a strict Content-Security-Policy lets it be. */

export const sheet = new CSSStyleSheet();

sheet.replaceSync(`
:host {
  --accent: #1f5fbf; --on-accent: #fff; --ink: #1b1f26; --soft: #566070; --paper: #fff; --theirs: #eef1f5;
  --line: #d5dae2; --bad: #b3261e;
  position: fixed; right: 20px; bottom: 20px; z-index: 2147483000;
  font: 15px/1.45 system-ui, "DejaVu Sans", sans-serif; color: var(--ink); color-scheme: light;
}
:host([data-theme="dark"]) {
  --accent: #8ab4f8; --on-accent: #10213b; --ink: #e8eaee; --soft: #a9b1bd; --paper: #1e2228; --theirs: #2c323b;
  --line: #434b57; --bad: #ff9c94; color-scheme: dark;
}
@media (prefers-color-scheme: dark) {
  :host(:not([data-theme="light"])) {
    --accent: #8ab4f8; --on-accent: #10213b; --ink: #e8eaee; --soft: #a9b1bd; --paper: #1e2228; --theirs: #2c323b;
    --line: #434b57; --bad: #ff9c94; color-scheme: dark;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
button, input, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.launch {
  display: grid; place-items: center; position: relative; width: 56px; height: 56px; border: 0; border-radius: 50%;
  background: var(--accent); color: var(--on-accent); box-shadow: 0 4px 16px rgb(0 0 0 / .25);
}
.launch svg { width: 26px; height: 26px; }
.badge {
  position: absolute; top: -4px; right: -4px; min-width: 22px; padding: 0 6px; border-radius: 11px;
  background: #b3261e; color: #fff; font-size: 13px; font-weight: 700; line-height: 22px;
}
.panel {
  display: flex; flex-direction: column; width: 372px; height: min(600px, calc(100vh - 40px));
  background: var(--paper); border: 1px solid var(--line); border-radius: 16px; overflow: hidden;
  box-shadow: 0 12px 40px rgb(0 0 0 / .28);
}
.head { display: flex; align-items: center; gap: 4px; padding: 10px 8px 10px 16px; background: var(--accent); color: var(--on-accent); }
.head h2 { flex: 1; margin: 0; font-size: 16px; }
.icon { display: grid; place-items: center; width: 40px; height: 40px; padding: 0; border: 0; border-radius: 10px; background: none; }
.icon svg { width: 20px; height: 20px; }
.head :focus-visible { outline-color: var(--on-accent); outline-offset: -3px; }
.log { flex: 1; overflow-y: auto; padding: 14px; overscroll-behavior: contain; }
.greeting, .typing, .note { margin: 0; color: var(--soft); }
.typing, .note { padding: 4px 14px; font-size: 13px; }
.error { color: var(--bad); }
.line { display: flex; flex-direction: column; align-items: flex-start; margin-top: 12px; }
.line p { margin: 0; }
.who { color: var(--soft); font-size: 12px; }
.text {
  max-width: 85%; padding: 8px 12px; border-radius: 14px 14px 14px 4px; background: var(--theirs);
  white-space: pre-wrap; overflow-wrap: anywhere;
}
.mine { align-items: flex-end; }
.mine .text { border-radius: 14px 14px 4px 14px; background: var(--accent); color: var(--on-accent); }
.survey { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 6px; }
.survey button { min-width: 40px; min-height: 40px; border: 1px solid var(--line); border-radius: 10px; background: none; color: inherit; font-weight: 600; cursor: pointer; }
.survey button[aria-pressed="true"] { background: var(--accent); color: var(--on-accent); }
.survey p { width: 100%; }
.choices { display: flex; flex-wrap: wrap; gap: 6px; margin-top: 6px; }
.choices button { min-height: 40px; padding: 6px 14px; border: 1px solid var(--accent); border-radius: 20px; background: none; color: var(--accent); font-weight: 600; overflow-wrap: anywhere; }
.file { border: 1px solid var(--line); border-radius: 10px; padding: 6px 10px; margin-top: 4px; background: none; overflow-wrap: anywhere; }
.progress { color: var(--soft); font-size: 12px; }
.progress button { border: 0; padding: 0 4px; background: none; text-decoration: underline; }
.email { display: grid; gap: 4px; padding: 8px 14px 0; font-size: 13px; }
.email input, .link input { padding: 8px 10px; border: 1px solid var(--soft); border-radius: 8px; background: var(--paper); }
.link { display: grid; gap: 6px; padding: 4px 14px 8px; max-height: 60%; overflow-y: auto; font-size: 14px; }
.link .row { display: flex; gap: 6px; }
.link input { flex: 1; min-width: 0; }
.link button { padding: 6px 12px; border: 1px solid var(--soft); border-radius: 8px; background: none; }
.menu { display: grid; gap: 4px; margin: 0; padding: 0; list-style: none; }
.link .menu button { width: 100%; min-height: 40px; text-align: left; border-color: var(--line); }
.code { margin: 0; font: 700 26px/1.2 ui-monospace, monospace; letter-spacing: .08em; }
.qr { width: 180px; max-width: 100%; background: #fff; border-radius: 8px; }
.qr path { fill: #000; }
.ways { display: flex; flex-wrap: wrap; gap: 10px; margin: 0; }
.ways a { color: var(--accent); }
.chosen { display: flex; flex-wrap: wrap; gap: 6px; padding: 6px 14px 0; margin: 0; list-style: none; }
.chosen button { border: 1px solid var(--line); border-radius: 8px; background: none; padding: 2px 8px; font-size: 13px; }
.composer { display: flex; align-items: flex-end; gap: 8px; padding: 8px; border-top: 1px solid var(--line); }
.composer textarea {
  flex: 1; min-height: 40px; max-height: 120px; padding: 8px 10px; resize: none; field-sizing: content;
  border: 1px solid var(--soft); border-radius: 10px; background: var(--paper);
}
.composer .send { background: var(--accent); color: var(--on-accent); }
.away-from-eyes { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 480px) {
  :host([data-open]) { inset: 0; }
  .panel { width: 100%; height: 100%; border: 0; border-radius: 0; }
  .composer textarea, .email input { font-size: 16px; }
}
@media (prefers-reduced-motion: no-preference) {
  .panel { animation: come .16s ease-out; }
  @keyframes come { from { opacity: 0; transform: translateY(8px); } }
}
`);
