// The questions of whosays in CodeMirror 6: @codemirror/lsp-client shows and updates them, and this adds what can be done about each.
import { setDiagnostics } from "@codemirror/lint";
import { LSPClient, LSPPlugin, hoverTooltips, serverDiagnostics } from "@codemirror/lsp-client";

const SEVERITIES = ["error", "error", "warning", "info", "hint"];

/** Connect to `whosays lsp --ws PORT`. `options` are the server's settings, such as { profile: "news" }. */
export async function whosays(address, options = {}) {
  const extensions = [hoverTooltips(), questions()];
  const client = new LSPClient({ extensions, initializationOptions: options, timeout: 10_000 });
  client.connect(await transport(address));
  await client.initializing;
  return client;
}

/** Carry messages over a WebSocket, each in a frame. Rejects where nobody listens. */
function transport(address) {
  const socket = new WebSocket(address);
  const handlers = new Set();
  socket.addEventListener("message", ({ data }) => {
    for (const handler of handlers) handler(data);
  });
  return new Promise((resolve, reject) => {
    socket.addEventListener("error", () => reject(new Error(`nobody listens at ${address}`)));
    socket.addEventListener("open", () =>
      resolve({
        send: (message) => socket.send(message),
        subscribe: (handler) => handlers.add(handler),
        unsubscribe: (handler) => handlers.delete(handler),
      }),
    );
  });
}

/** Show what the server pushes, each finding with its actions. */
function questions() {
  const pushed = (client, { uri, version, diagnostics }) => {
    const file = client.workspace.getFile(uri);
    const view = file?.getView();
    if (!view || (version != null && version !== file.version)) return false;
    show(view, diagnostics, []);
    if (diagnostics.length) {
      const whole = { start: { line: 0, character: 0 }, end: { line: file.doc.lines, character: 0 } };
      offers(client, uri, whole).then((actions) => {
        if (version == null || version === file.version) show(view, diagnostics, actions);
      }, console.warn);
    }
    return true;
  };
  return { ...serverDiagnostics(), notificationHandlers: { "textDocument/publishDiagnostics": pushed } };
}

function show(view, diagnostics, actions) {
  const plugin = LSPPlugin.get(view);
  if (!plugin) return;
  const here = (position) => plugin.unsyncedChanges.mapPos(plugin.fromPosition(position, plugin.syncedDoc));
  const found = diagnostics.map((finding) => ({
    from: here(finding.range.start),
    to: here(finding.range.end),
    severity: SEVERITIES[finding.severity ?? 1],
    source: finding.code,
    message: finding.message.split("\n", 1)[0], // the hover says the rest
    markClass: finding.tags?.includes(1) ? "cm-whosays-unnecessary" : undefined,
    actions: actions
      .filter(({ diagnostics: [about] }) => isSame(about, finding))
      .map(({ title }) => ({ name: title, apply: (_, from, to) => perform(plugin, title, from, to) })),
  }));
  view.dispatch(setDiagnostics(view.state, found));
}

function isSame(one, other) {
  return one.code === other.code && JSON.stringify(one.range) === JSON.stringify(other.range);
}

/** Ask what can be done in a range; only what stays in this text, as a page has no other. */
async function offers(client, uri, range) {
  const context = { diagnostics: [], only: ["quickfix"] };
  const actions = await client.request("textDocument/codeAction", { textDocument: { uri }, range, context });
  return (actions ?? []).filter(({ edit }) => Object.keys(edit?.changes ?? {}).every((changed) => changed === uri));
}

/** Ask once more, since the text may have moved on, and make the edits. */
function perform(plugin, title, from, to) {
  const { client, uri, view } = plugin;
  client.sync();
  return client.withMapping(async (mapping) => {
    const range = { start: plugin.toPosition(from), end: plugin.toPosition(to) };
    const offer = (await offers(client, uri, range)).find((one) => one.title === title);
    const changes = (offer?.edit.changes[uri] ?? []).map(({ range: { start, end }, newText }) => ({
      from: mapping.mapPosition(uri, start),
      to: mapping.mapPosition(uri, end),
      insert: newText,
    }));
    view.dispatch({ changes, userEvent: "input.whosays" });
  });
}
