/* Pictures that are dropped, pasted or chosen: put beside the brief, and shown in its text or as its lead picture. */

import { button, freshId, give, make, openDialog, path, rich, Unanswered } from "./dom.js";
import { choice } from "./kept.js";
import { isOpen, openPanel } from "./panel.js";
import { bodyText, field, showMessage, store, emit, typed, valueOf } from "./store.js";

const SHOWN = /^image\/(jpeg|png|gif|webp|avif|svg\+xml)$/;
/** Where the cursor was in the text when it was last there. */
let cursor = null;

function noteCursor(field) {
  if (field && field.classList && field.classList.contains("desk-body")) cursor = field.selectionEnd;
}

document.addEventListener("selectionchange", () => noteCursor(document.activeElement));
// A person who types fast has left the text before browsers tell that the cursor has moved.
document.addEventListener("focusout", (event) => noteCursor(event.target));

/** Let the editor choose pictures among their files. */
export function choosePicture() {
  const input = make("input", { type: "file", multiple: true, accept: "image/*", class: "desk-hidden", tabIndex: -1, "aria-hidden": "true" });
  input.addEventListener("change", async () => { await takePictures(Array.from(input.files)); input.remove(); });
  document.body.append(input);
  input.click();
}

/** Ask for the words and the credit of each picture, and show it where the editor says. */
export async function takePictures(files) {
  if (!isOpen()) openPanel("text");
  for (const file of files) {
    if (file.type && !SHOWN.test(file.type)) {
      showMessage(`${file.name} is no picture that browsers show: save it as JPEG or PNG. Articles are imported on the page New of the desk.`);
    } else await askAbout(file);
  }
}

function askAbout(file) {
  return new Promise((resolve) => {
    const seen = make("img", { alt: "", class: "desk-picture" });
    // Pages allow pictures that are an address of their own, and none of memory.
    const reader = new FileReader();
    reader.addEventListener("load", () => { seen.src = reader.result; });
    reader.readAsDataURL(file);
    const wrong = make("p", { class: "desk-wrong desk-error", role: "alert", hidden: true });
    const alt = make("input", { type: "text", id: freshId(), required: true, autocomplete: "off", "aria-describedby": "desk-alt-help" });
    const credit = make("input", { type: "text", id: freshId(), autocomplete: "off", value: choice("credit"), "aria-describedby": "desk-credit-help" });
    const use = async (show) => {
      const words = oneLine(alt.value);
      if (!words) {
        tellWrong("say in a few words what the picture shows");
        alt.focus();
        return;
      }
      try {
        const { file: name } = await give("picture/", { path, name: file.name }, file);
        choice("credit", oneLine(credit.value));
        show(name, words, oneLine(credit.value));
        dialog.close();
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        tellWrong([error.message, ...error.problems.map((one) => one.help)].join("; "));
      }
    };
    const tellWrong = (text) => {
      wrong.hidden = false;
      wrong.replaceChildren(rich(text));
    };
    const dialog = openDialog(`Picture ${file.name}`, (box) => [
      seen,
      make("div", { class: "desk-field" }, make("label", { htmlFor: alt.id }, "What it shows *"), alt,
        make("p", { class: "desk-help", id: "desk-alt-help" }, "for those who cannot see it")),
      make("div", { class: "desk-field" }, make("label", { htmlFor: credit.id }, "Credit"), credit,
        make("p", { class: "desk-help", id: "desk-credit-help" }, "whose it is; readers see it below the picture")),
      wrong,
      make("p", { class: "desk-help" }, "Position and camera data are taken out of it."),
      make("div", { class: "desk-row" },
        button("Put into the text", () => use(intoText), { class: "desk-main" }),
        field("image") ? button(valueOf("image").src ? "Replace the lead picture" : "Make it the lead picture", () => use(asLead)) : "",
        button("Cancel", () => box.close())),
    ]);
    dialog.addEventListener("close", resolve);
    alt.focus();
  });
}

function oneLine(text) {
  return text.trim().replace(/\s+/g, " ");
}

/** The place of a picture: where the cursor is, or below the paragraph that it is in. */
function placeOfPicture(body) {
  if (cursor === null || cursor >= body.length) return body.length;
  const begins = !body.slice(0, cursor).split(/\n[ \t]*\n/).pop().trim();
  const rest = body.slice(cursor).search(/\n[ \t]*\n/);
  return begins ? cursor : rest < 0 ? body.length : cursor + rest;
}

function intoText(name, alt, credit) {
  const body = bodyText();
  const at = placeOfPicture(body);
  const before = body.slice(0, at).replace(/\s*$/, "");
  const after = body.slice(at).replace(/^\s*/, "");
  const shown = `![${alt.replace(/[[\]\\]/g, "\\$&")}](${name})${credit ? `\n*${credit.replace(/[*_\\`[\]<]/g, "\\$&")}*` : ""}`;
  const start = body.match(/^\s*/)[0];
  const text = `${before ? `${before}\n\n` : start}${shown}\n${after ? `\n${after}` : ""}`;
  typed({ body: text });
  emit("state");
  openPanel("text");
  const area = document.querySelector("#desk-panel .desk-body");
  cursor = text.indexOf(shown) + shown.length;
  // The dialog gives the focus back to where it was; the text comes after that.
  setTimeout(() => {
    area.focus();
    area.setSelectionRange(cursor, cursor);
  });
}

function asLead(name, alt, credit) {
  typed({ fields: { image: { ...valueOf("image"), src: name, alt, credit } } });
  emit("state");
  openPanel("fields", "image.src");
}

const dragged = (event) => event.dataTransfer && Array.from(event.dataTransfer.types).includes("Files");
document.addEventListener("dragover", (event) => { if (dragged(event)) event.preventDefault(); });
document.addEventListener("drop", (event) => {
  if (!dragged(event)) return;
  event.preventDefault();
  if (store.state) takePictures(Array.from(event.dataTransfer.files));
});
document.addEventListener("paste", (event) => {
  const { files } = event.clipboardData;
  if (!files.length || event.clipboardData.getData("text/plain") || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  takePictures(Array.from(files));
});
