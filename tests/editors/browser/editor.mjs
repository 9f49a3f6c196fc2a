// The page of the test: CodeMirror with a text in Markdown, and a look at what it shows.
import { markdown } from "@codemirror/lang-markdown";
import { forEachDiagnostic } from "@codemirror/lint";
import { EditorView, basicSetup } from "codemirror";
import { whosays } from "../../../editors/browser/whosays.mjs";

const address = new URLSearchParams(location.search).get("server");
const client = await whosays(address, { profile: "news" });
const view = new EditorView({
  extensions: [basicSetup, EditorView.lineWrapping, markdown(), client.plugin("file:///nowhere/text.md", "markdown")],
  parent: document.getElementById("editor"),
});

window.shown = () => {
  const found = [];
  forEachDiagnostic(view.state, ({ source, severity, actions }, from, to) => {
    found.push({ rule: source, severity, from, to, words: view.state.sliceDoc(from, to), offers: actions.map(({ name }) => name) });
  });
  return { text: view.state.doc.toString(), found };
};
