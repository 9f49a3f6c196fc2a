/** The Python that is selected in the Python extension, where that is installed. */
import { type Disposable, extensions, type Uri } from "vscode";

interface Environments {
  getActiveEnvironmentPath(resource?: Uri): { readonly path: string };
  resolveEnvironment(path: {
    readonly path: string;
  }): Promise<{ executable: { uri?: Uri | undefined } } | undefined>;
  onDidChangeActiveEnvironmentPath(listener: () => void): Disposable;
}

async function environments(): Promise<Environments | undefined> {
  const extension = extensions.getExtension<{ environments?: Environments }>("ms-python.python");
  try {
    return (await extension?.activate())?.environments;
  } catch {
    return undefined; // that extension's trouble is its own
  }
}

/** Return the path of the selected interpreter. */
export async function selectedPython(resource?: Uri): Promise<string | undefined> {
  const known = await environments();
  try {
    const chosen = known?.getActiveEnvironmentPath(resource);
    return chosen && (await known?.resolveEnvironment(chosen))?.executable.uri?.fsPath;
  } catch {
    return undefined;
  }
}

/** Call `listener` whenever another interpreter is selected. */
export async function onPythonChanged(listener: () => void): Promise<Disposable | undefined> {
  return (await environments())?.onDidChangeActiveEnvironmentPath(listener);
}
