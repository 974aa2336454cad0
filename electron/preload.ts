import { contextBridge, ipcRenderer } from "electron";
import type { Host, HostCommand } from "../shared/host/contract.js";
import { channelOf, COMMAND_CHANNEL, HOST_NAME, type HostCall } from "./channels.js";

/**
 * Runs in the page's sandbox before the page, and gives it one frozen object of narrow functions. Listeners are handed plain
 * data, never an event; what the shell says before the page listens is kept for it.
 */

const listeners = new Set<(command: HostCommand) => void>();
const early: HostCommand[] = [];

ipcRenderer.on(COMMAND_CHANNEL, (_event, command: HostCommand) => {
  if (listeners.size === 0) early.push(command);
  for (const listener of listeners) listener(command);
});

const host: Host = {
  packs: () => ask("packs"),
  packFile: (pack, name) => ask("packFile", pack, name),
  choosePack: () => ask("choosePack"),
  putPack: (pack, content) => ask("putPack", pack, content),
  openFile: (kind) => ask("openFile", kind),
  readFile: (id) => ask("readFile", id),
  saveFile: (id, bytes, against) => ask("saveFile", id, bytes, against),
  saveFileAs: (suggestedName, bytes) => ask("saveFileAs", suggestedName, bytes),
  exportFiles: (files) => ask("exportFiles", files),
  publishFolder: (content) => ask("publishFolder", content),
  makePdf: (pages) => ask("makePdf", pages),
  printPages: (pages) => ask("printPages", pages),
  recentFiles: () => ask("recentFiles"),
  rememberFile: (id, about) => ask("rememberFile", id, about),
  forgetFile: (id) => ask("forgetFile", id),
  beginJournal: (header, bytes) => ask("beginJournal", header, bytes),
  appendJournal: (id, entry) => ask("appendJournal", id, entry),
  endJournal: (id) => ask("endJournal", id),
  recoveries: () => ask("recoveries"),
  readRecovery: (id) => ask("readRecovery", id),
  setDocument: (state) => ask("setDocument", state),
  leavePage: (how) => ask("leavePage", how),
  about: () => ask("about"),
  onCommand: (listener) => {
    listeners.add(listener);
    for (const command of early.splice(0)) listener(command);
    return () => listeners.delete(listener);
  },
};

contextBridge.exposeInMainWorld(HOST_NAME, host);

function ask<Call extends HostCall>(call: Call, ...args: Parameters<Host[Call]>): ReturnType<Host[Call]> {
  return ipcRenderer.invoke(channelOf(call), ...args) as ReturnType<Host[Call]>;
}
