'use strict';
// The part of Electron's main-process API that the app uses, on Node + Chromium over CDP. What is missing throws by name.
const crypto = require('node:crypto');
const { EventEmitter } = require('node:events');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawn, spawnSync } = require('node:child_process');
const { pathToFileURL, fileURLToPath } = require('node:url');
const { Chromium } = require('./cdp.cjs');
const codec = require('./codec.cjs');

const source = (file) => fs.readFileSync(path.join(__dirname, file), 'utf8');
const standin = { chromium: null, headed: false, switches: new Map(), appPath: '', manifest: {}, packaged: false, quitting: false };

// An object whose missing members throw instead of being undefined.
const strict = (name, object) =>
  new Proxy(object, {
    get(target, key, receiver) {
      if (key in target || typeof key === 'symbol' || /^(_|then$|toJSON$|domain$)/.test(key)) return Reflect.get(target, key, receiver);
      throw new Error(`electron stand-in: ${name}.${key} is not implemented`);
    },
  });
const preventable = (extra = {}) => ({ defaultPrevented: false, preventDefault() { this.defaultPrevented = true; }, ...extra });

// ---- custom schemes. Chromium knows no app://host/x, so the page sees https://host.app.electron-standin.invalid/x
// and main-process code sees app://host/x.
const schemes = new Map();
const toChromium = (url) => url.replace(/^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)/i, (all, s, host) => (schemes.has(s) ? `https://${host}.${s}.electron-standin.invalid` : all));
const fromChromium = (url) => url.replace(/^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.electron-standin\.invalid/i, '$2://$1');

const protocol = strict('protocol', {
  registerSchemesAsPrivileged() {},
  handle: (scheme, handler) => void schemes.set(scheme, handler),
  unhandle: (scheme) => void schemes.delete(scheme),
  isProtocolHandled: (scheme) => schemes.has(scheme),
});
const webRequest = strict('webRequest', {
  _before: null,
  onBeforeRequest(filter, listener) { this._before = typeof filter === 'function' ? filter : listener; },
});
const defaultSession = strict('session', {
  protocol,
  webRequest,
  setPermissionRequestHandler() {}, // Chromium is started with every permission denied
  setPermissionCheckHandler() {},
});

async function onRequest({ requestId, request, frameId, resourceType }) {
  const { chromium } = standin;
  const fail = (errorReason) => chromium.send('Fetch.failRequest', { requestId, errorReason });
  const url = fromChromium(request.url);
  const contents = [...WebContents._all.values()].find((c) => c._mainFrame === frameId);
  if (resourceType === 'Document' && contents) {
    if (contents._navigating === url) contents._navigating = null;
    else {
      const event = preventable({ url, isMainFrame: true });
      contents.emit('will-navigate', event, url);
      if (event.defaultPrevented) return fail('Aborted');
    }
  }
  if (webRequest._before) {
    const verdict = await new Promise((resolve) => webRequest._before({ url, method: request.method, resourceType, webContentsId: contents?.id }, resolve));
    if (verdict?.cancel) return fail('BlockedByClient');
  }
  if (resourceType === 'Other' && url.endsWith('/favicon.ico')) return fail('Aborted'); // Chromium asks for one, Electron does not
  const handler = url !== request.url && schemes.get(new URL(url).protocol.slice(0, -1));
  if (!handler) return /^(https?|wss?):/.test(url) && !standin.switches.has('allow-network') ? fail('InternetDisconnected') : chromium.send('Fetch.continueRequest', { requestId });
  let response;
  try {
    response = await handler(new Request(url, { method: request.method, headers: request.headers, body: request.postData }));
  } catch (error) {
    console.error(error);
    return fail('Failed');
  }
  if (response.type === 'error') return fail('Failed');
  await chromium.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  });
}

// ---- ipcMain
class IpcMain extends EventEmitter {
  _handlers = new Map();
  handle(channel, handler) {
    if (this._handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this._handlers.set(channel, handler);
  }
  handleOnce(channel, handler) { this.handle(channel, (...a) => (this.removeHandler(channel), handler(...a))); }
  removeHandler(channel) { this._handlers.delete(channel); }
  async _receive(contents, text) {
    const { op, channel, args, id } = codec.decode(text);
    const event = { sender: contents, senderFrame: contents.mainFrame, frameId: 1, processId: contents.id };
    if (op === 'open') return contents._open(...args);
    if (op === 'accelerator') return Menu._press(channel, contents._window);
    if (op === 'send') return this.emit(channel, Object.assign(event, { reply: (c, ...a) => contents.send(c, ...a) }), ...args);
    const reply = { op: 'result', id, ok: true };
    try {
      if (!this._handlers.has(channel)) throw new Error(`No handler registered for '${channel}'`);
      reply.value = await this._handlers.get(channel)(event, ...args);
      codec.encode(reply.value);
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      Object.assign(reply, { ok: false, value: String(error) });
    }
    await contents._deliver(reply);
  }
}
const ipcMain = strict('ipcMain', new IpcMain());

// ---- windows
const PAPER = { Letter: [8.5, 11], Legal: [8.5, 14], Tabloid: [11, 17], A0: [33.1, 46.8], A1: [23.4, 33.1], A2: [16.54, 23.4], A3: [11.7, 16.54], A4: [8.27, 11.7], A5: [5.83, 8.27], A6: [4.13, 5.83] };
const REQUIRED = { contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false, webSecurity: true, allowRunningInsecureContent: false, webviewTag: false };

class WebContents extends EventEmitter {
  static _all = new Map();
  static _ids = 0;
  static fromId(id) { return WebContents._all.get(id); }
  static getAllWebContents() { return [...WebContents._all.values()]; }
  static getFocusedWebContents() { return BrowserWindow.getFocusedWindow()?.webContents ?? null; }
  static fromDevToolsTargetId(targetId) { return WebContents.getAllWebContents().find((c) => c._target === targetId); }

  constructor(window, options) {
    super();
    this.id = ++WebContents._ids;
    this.session = defaultSession;
    this._window = window;
    this._url = '';
    this._secret = crypto.randomUUID();
    for (const [key, value] of Object.entries(REQUIRED)) {
      if ((options.webPreferences?.[key] ?? value) !== value) throw new Error(`electron stand-in: webPreferences.${key} must be ${value}`);
    }
    const self = strict('webContents', this);
    WebContents._all.set(this.id, self);
    this._started = this._start.call(self, options);
    this._started.catch((error) => console.error(error));
    return self;
  }

  _cdp(method, params) { return standin.chromium.send(method, params, this._session); }
  _on(method, listener) { standin.chromium.on(`${this._session} ${method}`, listener); }

  async _start({ width = 800, height = 600, x, y, webPreferences = {} }) {
    const { chromium } = standin;
    this._target = standin.headed ? await openAppWindow() : (await chromium.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })).targetId;
    this._mainFrame = this._target;
    this._session = (await chromium.send('Target.attachToTarget', { targetId: this._target, flatten: true })).sessionId;
    if (standin.headed) {
      const { windowId } = await chromium.send('Browser.getWindowForTarget', { targetId: this._target });
      await chromium.send('Browser.setWindowBounds', { windowId, bounds: { width, height, left: x, top: y } });
    }
    this._on('Runtime.executionContextCreated', ({ context }) => context.name === this._secret && context.auxData.frameId === this._mainFrame && (this._context = context.id));
    this._on('Runtime.executionContextsCleared', () => (this._context = null));
    this._on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => name === this._secret && executionContextId === this._context && ipcMain._receive(this, payload));
    this._on('Runtime.exceptionThrown', ({ exceptionDetails: e }) => {
      if (e.executionContextId !== this._context || !webPreferences.preload) return;
      const error = new Error(e.exception?.description ?? e.text);
      console.error(`Unable to load preload script: ${webPreferences.preload}\n${error.message}`);
      this.emit('preload-error', {}, webPreferences.preload, error);
    });
    this._on('Runtime.consoleAPICalled', ({ type, args }) => this.emit('console-message', { level: type, message: args.map((a) => a.value ?? a.description).join(' ') }));
    this._on('Page.frameNavigated', ({ frame }) => frame.id === this._mainFrame && !BLANK.test(frame.url) && ((this._url = fromChromium(frame.url)), this.emit('did-navigate', {}, this._url)));
    this._on('Page.domContentEventFired', () => this.emit('dom-ready', {}));
    this._on('Page.loadEventFired', () => this._url && (this.emit('did-finish-load', {}), this._window.emit('ready-to-show')));
    this._on('Page.frameRequestedNavigation', ({ frameId }) => frameId === this._mainFrame && (this._leaving = true));
    this._on('Page.javascriptDialogOpening', ({ type }) => type === 'beforeunload' && this._onBeforeUnload());
    this._on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    await Promise.all([
      this._cdp('Page.enable'),
      this._cdp('Runtime.enable'),
      this._cdp('Inspector.enable'),
      this._cdp('Runtime.addBinding', { name: this._secret, executionContextName: this._secret }),
      this._cdp('Page.addScriptToEvaluateOnNewDocument', { source: `if (window === top) { ${source('bridge.cjs')}; bridge(${JSON.stringify(this._secret)}, 'main'); }` }),
      this._cdp('Page.addScriptToEvaluateOnNewDocument', { worldName: this._secret, source: this._preload(webPreferences.preload) }),
    ]);
  }

  _preload(file) {
    const info = { secret: this._secret, askBeforeClose: standin.headed, accelerators: Menu._accelerators(), process: { platform: process.platform, arch: process.arch, versions: { ...process.versions } } };
    return `if (window === top) (() => { ${source('codec.cjs')}; ${source('bridge.cjs')}; ${source('preload-world.cjs')};
      const { require, process } = preloadWorld(${JSON.stringify(info)}, codec, bridge, window[${JSON.stringify(this._secret)}]);
      (function (require, process, module, exports) { ${file ? fs.readFileSync(file, 'utf8') : ''}\n})(require, process, { exports: {} }, {});
    })(); //# sourceURL=${file ?? 'no-preload'}`;
  }

  async _deliver(message) {
    const text = codec.encode(message);
    await this._started;
    if (!this._context) return;
    await this._cdp('Runtime.callFunctionOn', { functionDeclaration: `function (t) { globalThis[${JSON.stringify(this._secret)}](t) }`, arguments: [{ value: text }], executionContextId: this._context }).catch((e) => this.isDestroyed() || console.error(e.message));
  }

  // A person closes the window, or the page is being left.
  _onBeforeUnload() {
    const leaving = this._leaving || this._navigating !== null;
    this._leaving = false;
    const stay = !leaving && !this._window._mayClose();
    this._cdp('Page.handleJavaScriptDialog', { accept: !stay }).catch(() => {});
  }

  _open(url, frameName = '', features = '') {
    const { action } = this._openHandler?.({ url: fromChromium(url), frameName, features, disposition: 'new-window', referrer: { url: this._url, policy: '' } }) ?? { action: 'allow' };
    if (action !== 'deny') console.error(`electron stand-in: a child window for ${url} was allowed, but child windows are not implemented`);
  }

  _gone() {
    WebContents._all.delete(this.id);
    this._destroyed = true;
    this.emit('destroyed');
  }

  _navigating = null;
  _leaving = false;
  _destroyed = false;
  _openHandler = null;

  get mainFrame() { return { url: this._url, origin: /^[a-z]+:\/\/[^/?#]*/.exec(this._url)?.[0] ?? 'null', name: '', parent: null, routingId: 1 }; }
  getURL() { return this._url; }
  isDestroyed() { return this._destroyed; }
  isLoading() { return this._navigating !== null; }
  send(channel, ...args) { void this._deliver({ op: 'send', channel, args }); }
  setWindowOpenHandler(handler) { this._openHandler = handler; }
  openDevTools() {}
  cut() { this._edit('cut'); }
  copy() { this._edit('copy'); }
  paste() { this._edit('paste'); }
  _edit(command) { void this._cdp('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Unidentified', commands: [command] }); }
  close() { this._window.close(); }
  focus() { void this._started.then(() => this._cdp('Page.bringToFront')); }
  reload() { this._navigating = this._url; void this._cdp('Page.reload'); }
  async loadURL(url) {
    await this._started;
    this._navigating = url;
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await this._cdp('Page.navigate', { url: toChromium(url) });
    if (errorText) {
      this.emit('did-fail-load', {}, -2, errorText, url, true);
      throw new Error(`${errorText} loading '${url}'`);
    }
    await loaded;
    await this._cdp('Page.resetNavigationHistory').catch(() => {}); // the blank page is not there to go back to
  }
  loadFile(file) { return this.loadURL(pathToFileURL(path.resolve(standin.appPath, file)).href); }
  async executeJavaScript(code) {
    await this._started;
    const { result, exceptionDetails } = await this._cdp('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  async printToPDF(o = {}) {
    const [paperWidth, paperHeight] = typeof o.pageSize === 'object' ? [o.pageSize.width, o.pageSize.height] : PAPER[o.pageSize ?? 'Letter'];
    const m = o.margins ?? {};
    const margin = m.marginType === 'none' ? 0 : undefined;
    const { landscape, displayHeaderFooter, printBackground, scale, pageRanges, headerTemplate, footerTemplate, preferCSSPageSize, generateTaggedPDF, generateDocumentOutline } = o;
    const { data } = await this._cdp('Page.printToPDF', {
      landscape, displayHeaderFooter, printBackground, scale, pageRanges, headerTemplate, footerTemplate, preferCSSPageSize, generateTaggedPDF, generateDocumentOutline,
      paperWidth, paperHeight, marginTop: m.top ?? margin, marginBottom: m.bottom ?? margin, marginLeft: m.left ?? margin, marginRight: m.right ?? margin,
    });
    return Buffer.from(data, 'base64');
  }
  async capturePage() {
    const { data } = await this._cdp('Page.captureScreenshot', { format: 'png' });
    return { toPNG: () => Buffer.from(data, 'base64'), isEmpty: () => false };
  }
}

const BLANK = /^(about:blank$|data:text\/html,<!--)/; // what a window shows before its first loadURL

// Headed: a second `chromium --app=…` on the same profile hands its window to the running one, without tabs or an address bar.
async function openAppWindow() {
  const { chromium } = standin;
  const mark = `data:text/html,<!--${crypto.randomUUID()}-->`;
  const opened = new Promise((resolve) => {
    const look = ({ targetInfo: t }) => t.url === mark && (chromium.off('Target.targetCreated', look), chromium.off('Target.targetInfoChanged', look), resolve(t.targetId));
    chromium.on('Target.targetCreated', look);
    chromium.on('Target.targetInfoChanged', look);
  });
  spawn(standin.binary, [...standin.flags, `--app=${mark}`], { stdio: 'ignore' });
  return opened;
}

class BrowserWindow extends EventEmitter {
  static _all = [];
  static _ids = 0;
  static getAllWindows() { return [...BrowserWindow._all]; }
  static getFocusedWindow() { return BrowserWindow._all.at(-1) ?? null; }
  static fromWebContents(contents) { return contents?._window ?? null; }
  static fromId(id) { return BrowserWindow._all.find((w) => w.id === id) ?? null; }

  constructor(options = {}) {
    super();
    if (!standin.chromium) throw new Error('Cannot create BrowserWindow before app is ready');
    const self = strict('BrowserWindow', this);
    this.id = ++BrowserWindow._ids;
    this._options = { width: 800, height: 600, ...options };
    this._visible = options.show ?? true;
    this.webContents = new WebContents(self, this._options);
    BrowserWindow._all.push(self);
    app.emit('browser-window-created', {}, self);
    app.emit('web-contents-created', {}, this.webContents);
    return self;
  }
  _mayClose() {
    const event = preventable();
    this.emit('close', event);
    return !event.defaultPrevented;
  }
  _gone() {
    if (this.isDestroyed()) return;
    BrowserWindow._all = BrowserWindow._all.filter((w) => w.id !== this.id);
    this.webContents._gone();
    this.emit('closed');
    if (BrowserWindow._all.length || standin.quitting) return;
    if (app.listenerCount('window-all-closed')) app.emit('window-all-closed');
    else app.quit();
  }
  close() { if (!this.isDestroyed() && this._mayClose()) this.destroy(); }
  destroy() {
    if (this.isDestroyed()) return;
    const { _target, _started } = this.webContents;
    void _started.then(() => standin.chromium.send('Target.closeTarget', { targetId: this.webContents._target ?? _target })).catch(() => {});
    this._gone();
  }
  isDestroyed() { return this.webContents.isDestroyed(); }
  loadURL(url) { return this.webContents.loadURL(url); }
  loadFile(file) { return this.webContents.loadFile(file); }
  show() { this._visible = true; this.focus(); this.emit('show'); }
  hide() { this._visible = false; this.emit('hide'); }
  focus() { this.webContents.focus(); }
  isVisible() { return this._visible; }
  isFocused() { return BrowserWindow.getFocusedWindow()?.id === this.id; }
  isMinimized() { return false; }
  restore() {}
  maximize() { void this._state('maximized'); }
  minimize() { void this._state('minimized'); }
  async _state(windowState) {
    await this.webContents._started;
    const { windowId } = await standin.chromium.send('Browser.getWindowForTarget', { targetId: this.webContents._target });
    await standin.chromium.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  }
  setTitle(title) { this._title = title; }
  getTitle() { return this._title ?? standin.manifest.name; }
  setDocumentEdited(edited) { this._edited = edited; }
  isDocumentEdited() { return this._edited ?? false; }
  setMenuBarVisibility() {}
  setRepresentedFilename() {}
  isMaximized() { return this._maximized ?? false; }
  getNormalBounds() { return this.getBounds(); }
  getBounds() { const { x = 0, y = 0, width, height } = this._options; return { x, y, width, height }; }
}

// ---- menus: kept as data; tests click items, people use the accelerators
const normal = (accelerator) => {
  const parts = accelerator.replace(/CommandOrControl|CmdOrCtrl|Control/gi, 'Ctrl').split('+');
  const key = parts.pop();
  return [...['Ctrl', 'Alt', 'Shift', 'Meta'].filter((m) => parts.includes(m)), key.length === 1 ? key.toUpperCase() : key].join('+');
};
class MenuItem {
  constructor(o) {
    Object.assign(this, { enabled: true, visible: true, checked: false, type: o.submenu ? 'submenu' : 'normal' }, o);
    if (o.submenu && !(o.submenu instanceof Menu)) this.submenu = Menu.buildFromTemplate(o.submenu);
    const roles = { quit: () => app.quit(), close: (_i, w) => w?.close(), minimize: (_i, w) => w?.minimize(), reload: (_i, w) => w?.webContents.reload() };
    this.click = (event, window = BrowserWindow.getFocusedWindow()) => this.enabled && (o.click ?? roles[o.role])?.(this, window, event);
  }
}
class Menu {
  items = [];
  static _application = null;
  static buildFromTemplate(template) { const menu = new Menu(); template.forEach((t) => menu.append(t instanceof MenuItem ? t : new MenuItem(t))); return menu; }
  static setApplicationMenu(menu) { Menu._application = menu; }
  static getApplicationMenu() { return Menu._application; }
  static _flat(menu = Menu._application) { return (menu?.items ?? []).flatMap((i) => [i, ...Menu._flat(i.submenu ?? { items: [] })]); }
  static _accelerators() { return Menu._flat().filter((i) => i.accelerator).map((i) => normal(i.accelerator)); }
  static _press(key, window) { Menu._flat().find((i) => i.accelerator && normal(i.accelerator) === key)?.click({}, window); }
  append(item) { this.items.push(item); }
  getMenuItemById(id) { return Menu._flat(this).find((i) => i.id === id) ?? null; }
}

// ---- dialogs: tests replace these functions (as they do on real Electron); people get zenity
const zenity = (args) => {
  if (!standin.headed || spawnSync('zenity', ['--version']).error) throw new Error(`electron stand-in: nobody answers this dialog (${args.join(' ')}); a test must replace it, a person needs a display and zenity`);
  return new Promise((resolve) => {
    const z = spawn('zenity', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    process.once('exit', () => z.kill());
    let out = '';
    z.stdout.on('data', (d) => (out += d));
    z.on('exit', (code) => resolve({ code, out: out.replace(/\n$/, '') }));
  });
};
const options = (args) => args.at(-1) ?? {};
const filters = ({ filters: list = [] }) => list.map((f) => `--file-filter=${f.name} | ${f.extensions.map((e) => `*.${e}`).join(' ')}`);
const dialog = strict('dialog', {
  async showOpenDialog(...args) {
    const o = options(args);
    const { code, out } = await zenity(['--file-selection', '--separator=\n', ...(o.properties?.includes('multiSelections') ? ['--multiple'] : []), ...(o.properties?.includes('openDirectory') ? ['--directory'] : []), ...filters(o)]);
    return { canceled: code !== 0, filePaths: code === 0 ? out.split('\n') : [] };
  },
  async showSaveDialog(...args) {
    const o = options(args);
    const { code, out } = await zenity(['--file-selection', '--save', '--confirm-overwrite', ...(o.defaultPath ? [`--filename=${o.defaultPath}`] : []), ...filters(o)]);
    return { canceled: code !== 0, filePath: out };
  },
  async showMessageBox(...args) {
    const { message, detail = '', buttons = ['OK'], cancelId } = options(args);
    const { code, out } = await zenity(['--question', `--text=${message}\n\n${detail}`, `--ok-label=${buttons[0]}`, ...(buttons.length > 1 ? [`--cancel-label=${buttons.at(-1)}`] : []), ...buttons.slice(1, -1).map((b) => `--extra-button=${b}`)]);
    const response = code === 0 ? 0 : buttons.indexOf(out) > 0 ? buttons.indexOf(out) : (cancelId ?? buttons.length - 1);
    return { response, checkboxChecked: false };
  },
  showErrorBox: (title, content) => console.error(`${title}: ${content}`),
});
const shell = strict('shell', {
  async openExternal(url) { if (!standin.headed) throw new Error(`electron stand-in: nobody to open ${url}`); spawn('xdg-open', [url], { stdio: 'ignore' }); },
  async openPath(file) { return standin.headed ? (spawn('xdg-open', [file], { stdio: 'ignore' }), '') : 'electron stand-in: no display'; },
  showItemInFolder() {},
});
const net = strict('net', {
  async fetch(url) {
    if (!String(url).startsWith('file:')) throw new Error('electron stand-in: net.fetch reads file: URLs only');
    return new Response(await fs.promises.readFile(fileURLToPath(url)));
  },
});

// ---- app
class App extends EventEmitter {
  _ready = null;
  _paths = {};
  isPackaged = false;
  commandLine = strict('app.commandLine', {
    appendSwitch: (name, value = '') => void standin.switches.set(name, value),
    hasSwitch: (name) => standin.switches.has(name),
    getSwitchValue: (name) => standin.switches.get(name) ?? '',
  });
  constructor() {
    super();
    this._whenReady = new Promise((resolve) => (this._ready = resolve));
    this._isReady = false;
  }
  whenReady() { return this._whenReady; }
  isReady() { return this._isReady; }
  getName() { return standin.manifest.productName ?? standin.manifest.name; }
  get name() { return this.getName(); }
  getVersion() { return standin.manifest.version; }
  getAppPath() { return standin.appPath; }
  getLocale() { return (standin.switches.get('lang') || process.env.LANG || 'en-US').split('.')[0].replace('_', '-'); }
  setPath(name, value) { this._paths[name] = value; }
  getPath(name) {
    const home = os.homedir();
    const appData = process.env.XDG_CONFIG_HOME ?? path.join(home, '.config');
    const userData = this._paths.userData ?? (standin.switches.get('user-data-dir') || path.join(appData, this.getName()));
    const known = { home, appData, userData, sessionData: userData, temp: os.tmpdir(), logs: path.join(userData, 'logs'), exe: process.argv[0], desktop: path.join(home, 'Desktop'), documents: path.join(home, 'Documents'), downloads: path.join(home, 'Downloads') };
    const found = this._paths[name] ?? known[name];
    if (!found) throw new Error(`Failed to get '${name}' path`);
    return found;
  }
  enableSandbox() {}
  setAppUserModelId() {}
  disableHardwareAcceleration() {}
  setAboutPanelOptions() {}
  // The first instance holds a lock file with its pid and watches for the command lines of later ones.
  requestSingleInstanceLock() {
    const dir = this.getPath('userData');
    const lock = path.join(dir, 'standin.lock');
    fs.mkdirSync(dir, { recursive: true });
    const holder = fs.existsSync(lock) && Number(fs.readFileSync(lock, 'utf8'));
    if (holder && holder !== process.pid && fs.existsSync(`/proc/${holder}`)) {
      fs.writeFileSync(path.join(dir, `standin-second-${process.pid}.json`), JSON.stringify({ argv: process.argv, cwd: process.cwd() }));
      return false;
    }
    fs.writeFileSync(lock, String(process.pid));
    fs.watch(dir, { persistent: false }, (_type, file) => {
      const full = path.join(dir, file ?? '');
      if (!/^standin-second-/.test(file) || !fs.existsSync(full) || !fs.statSync(full).size) return;
      const { argv, cwd } = JSON.parse(fs.readFileSync(full, 'utf8'));
      fs.rmSync(full);
      this.emit('second-instance', {}, argv, cwd);
    });
    return true;
  }
  releaseSingleInstanceLock() { fs.rmSync(path.join(this.getPath('userData'), 'standin.lock'), { force: true }); }
  quit() {
    if (standin.quitting) return;
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    standin.quitting = true;
    for (const window of BrowserWindow.getAllWindows()) {
      window.close();
      if (!window.isDestroyed()) return void (standin.quitting = false);
    }
    const will = preventable();
    this.emit('will-quit', will);
    if (will.defaultPrevented) return void (standin.quitting = false);
    this.exit(0);
  }
  exit(code = 0) {
    this.emit('quit', {}, code);
    const { chromium } = standin;
    if (!chromium) process.exit(code);
    chromium.removeAllListeners('exit');
    const end = () => process.exit(code);
    chromium.on('exit', end);
    chromium.send('Browser.close').catch(() => {});
    setTimeout(() => (chromium.process.kill('SIGKILL'), end()), 3000);
  }
}
const app = strict('app', new App());

// Called by boot.cjs once the app's main module has run.
async function start({ binary, headed }) {
  const { switches } = standin;
  const profile = path.join(app.getPath('sessionData'), 'standin-chromium');
  const own = { 'user-data-dir': profile, 'no-first-run': '', 'no-startup-window': '', 'deny-permission-prompts': '', 'disable-component-update': '', 'disable-background-networking': '', 'password-store': 'basic', 'test-type': '' };
  if (!headed) own.headless = 'new';
  if (process.getuid?.() === 0) own['no-sandbox'] = '';
  const all = { ...Object.fromEntries(switches), ...own };
  all['disable-features'] = [all['disable-features'], 'Translate'].filter(Boolean).join(',');
  for (const name of ['inspect', 'inspect-brk', 'allow-network']) delete all[name];
  const flags = Object.entries(all).map(([k, v]) => (v ? `--${k}=${v}` : `--${k}`));
  const chromium = new Chromium(binary, flags);
  Object.assign(standin, { binary, headed, flags: flags.filter((f) => !/^--(no-startup-window|remote-debugging-port)/.test(f)) });
  chromium.process.stderr.on('data', (d) => {
    const listening = /DevTools listening on .*/.exec(String(d)); // Playwright's _electron.launch waits for this line
    if (process.env.ELECTRON_STANDIN_VERBOSE) process.stderr.write(d);
    else if (listening) process.stderr.write(listening[0] + '\n');
  });
  chromium.on('exit', () => app.exit(1));
  chromium.process.on('error', (e) => (console.error(`electron stand-in: cannot start ${binary}: ${e.message}`), process.exit(1)));
  chromium.on('Fetch.requestPaused', (p) => void onRequest(p).catch((e) => /Invalid InterceptionId|has gone/.test(e.message) || console.error(e)));
  chromium.on('Target.targetDestroyed', ({ targetId }) => WebContents.fromDevToolsTargetId(targetId)?._window._gone());
  chromium.on('Target.targetCreated', ({ targetInfo: t }) => {
    const opener = t.openerId && WebContents.fromDevToolsTargetId(t.openerId);
    if (!opener) return;
    opener._open(t.url); // one that preload-world.cjs did not catch
    void chromium.send('Target.closeTarget', { targetId: t.targetId });
  });
  const { product } = await chromium.send('Browser.getVersion');
  Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true, configurable: true });
  await Promise.all([chromium.send('Target.setDiscoverTargets', { discover: true }), chromium.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })]);
  standin.chromium = chromium;
  app._isReady = true;
  app._ready();
  app.emit('ready', {}, {});
}

const electron = strict('electron', { app, BrowserWindow, dialog, ipcMain, Menu, MenuItem, net, protocol, session: strict('session', { defaultSession }), shell, webContents: WebContents });
module.exports = { electron, standin, start };
