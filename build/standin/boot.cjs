'use strict';
// node boot.cjs HERE …electron's arguments…: what the Electron executable does before and around the app's main module.
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { electron, standin, start } = require('./electron.cjs');
const { unpackAsar } = require('./asar.cjs');

const [here, ...args] = process.argv.slice(2);
const version = fs.existsSync(path.join(here, 'version')) ? fs.readFileSync(path.join(here, 'version'), 'utf8').trim() : '0.0.0-standin';
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true, configurable: true });
process.type = 'browser';
process.resourcesPath = path.join(here, 'resources');
process.argv = [path.join(here, 'electron'), ...args];

const required = [];
let target = ['app.asar', 'app'].map((n) => path.join(process.resourcesPath, n)).find((p) => fs.existsSync(p));
electron.app.isPackaged = Boolean(target);
for (let i = 0; i < args.length; i++) {
  if (args[i] === '-r' || args[i] === '--require') required.push(args[++i]);
  else if (args[i].startsWith('--')) standin.switches.set(...args[i].slice(2).split(/=(.*)/s, 2).concat('').slice(0, 2));
  else target ??= path.resolve(args[i]);
}
if (!target) throw new Error('electron stand-in: which app? Try: electron .');

if (target.endsWith('.asar')) target = unpackAsar(target, fs.mkdtempSync(path.join(os.tmpdir(), 'standin-asar-')));
const folder = fs.statSync(target).isDirectory() ? target : path.dirname(target);
const manifest = path.join(folder, 'package.json');
standin.appPath = folder;
standin.manifest = fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, 'utf8')) : { name: 'Electron', version };
const main = target === folder ? path.join(folder, standin.manifest.main ?? 'index.js') : target;

const load = Module._load;
Module._load = (request, parent, isMain) => (/^electron(\/(main|common))?$/.test(request) ? electron : load(request, parent, isMain));

for (const file of required) require(path.resolve(file));
const esm = main.endsWith('.mjs') || (standin.manifest.type === 'module' && !main.endsWith('.cjs'));
const loaded = esm ? import(pathToFileURL(main)) : Promise.resolve(Module._load(main, null, true));
loaded
  .then(() => start({ binary: process.env.ELECTRON_STANDIN_CHROMIUM ?? '/usr/bin/chromium', headed: Boolean(process.env.DISPLAY) && !process.env.ELECTRON_STANDIN_HEADLESS }))
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => electron.app.exit(0));
