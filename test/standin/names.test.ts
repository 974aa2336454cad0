import { readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

/**
 * The stand-in may have less than Electron and says so loudly; it may not have anything else. Every member it offers is looked up in
 * Electron's own declarations.
 */

const ROOT = path.resolve(import.meta.dirname, "../..");

/** Where each object of the stand-in is made, and what Electron calls its type. Static members are in the type of the constructor. */
const OBJECTS = [
  ["app.ts", "App", "App"],
  ["browser-window.ts", "BrowserWindow", "BrowserWindow"],
  ["web-contents.ts", "WebContents", "WebContents"],
  ["menu.ts", "Menu", "Menu"],
  ["menu.ts", "MenuItem", "MenuItem"],
  ["dialog.ts", "dialog", "Dialog"],
  ["ipc-main.ts", "ipcMain", "IpcMain"],
  ["protocol.ts", "protocol", "Protocol"],
  ["session.ts", "defaultSession", "Session"],
  ["session.ts", "webRequest", "WebRequest"],
  ["boot.ts", "electron", "CrossProcessExports"],
] as const;

/** What Sender asks of a page, and the object that only the frame of a message has. */
const OWN: Readonly<Record<string, readonly string[]>> = { WebContents: ["deliver"] };

const declared = declaredMembers(path.join(ROOT, "node_modules/electron/electron.d.ts"));

test.each(OBJECTS)("%s: every member of %s is one of Electron's %s", (file, name, type) => {
  const offered = offeredMembers(path.join(ROOT, "build/standin", file), name);
  const known = declared.get(type) ?? new Set();
  expect(known.size).toBeGreaterThan(1);
  expect(offered.length).toBeGreaterThan(0);
  expect(offered.filter((member) => !known.has(member) && OWN[type]?.includes(member) !== true)).toEqual([]);
});

/** The members of each class, interface and namespace of a declaration file by its name, those of several with one name together. */
function declaredMembers(file: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node)) {
      const names = found.get(node.name?.text ?? "") ?? new Set();
      for (const member of node.members) if (member.name !== undefined) names.add(member.name.getText());
      found.set(node.name?.text ?? "", names);
    }
    if (ts.isModuleDeclaration(node) && node.name.getText() === "CrossProcessExports") {
      const names = new Set<string>();
      node.forEachChild((block) => block.forEachChild((one) => collectExport(one, names)));
      found.set("CrossProcessExports", names);
    }
    node.forEachChild(visit);
  };
  visit(parsed(file));
  return found;
}

function collectExport(node: ts.Node, names: Set<string>): void {
  if (ts.isVariableStatement(node)) for (const one of node.declarationList.declarations) names.add(one.name.getText());
  if (ts.isClassDeclaration(node) && node.name !== undefined) names.add(node.name.text);
}

/** The members of a class without the private and the marked ones, or the keys of the object handed to strict() under that name. */
function offeredMembers(file: string, name: string): readonly string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isClassDeclaration(node) && node.name?.text === name) {
      for (const member of node.members) names.push(...(member.name === undefined ? [] : [member.name.getText()]));
    }
    if (ts.isCallExpression(node) && node.expression.getText() === "strict") {
      const [first, second] = node.arguments;
      const isNamed = first !== undefined && ts.isStringLiteral(first) && [name, alias(name)].includes(first.text);
      if (isNamed && second !== undefined && ts.isObjectLiteralExpression(second)) names.push(...keysOf(second));
    }
    node.forEachChild(visit);
  };
  visit(parsed(file));
  return names.filter((member) => !member.startsWith("_") && !IGNORED.has(member));
}

/** The default session is told to people as session. */
function alias(name: string): string {
  return name === "defaultSession" ? "session" : name;
}

/** `session` itself, whose one member is the default session. */
const IGNORED = new Set(["defaultSession"]);

function keysOf(object: ts.ObjectLiteralExpression): readonly string[] {
  return object.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property) && ts.isObjectLiteralExpression(property.expression)) {
      return keysOf(property.expression);
    }
    return property.name === undefined ? [] : [property.name.getText()];
  });
}

function parsed(file: string): ts.SourceFile {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}
