/**
 * A package people install or unpack.
 *
 * @typedef {object} Delivery
 * @property {string} name as people call it
 * @property {"win32" | "linux"} platform
 * @property {"x64" | "arm64"} arch
 * @property {"nsis" | "portable" | "zip" | "deb"} target electron-builder's word
 * @property {string} tool what it is made with besides Electron's files, as people call it
 */

const SEVEN_ZIP = "7-Zip（Debian 的 p7zip-full）";
const DPKG_DEB = "dpkg-deb（Debian 的 dpkg）";
const NSIS = "NSIS 打包工具（nsis 与 nsis-resources，由 electron-builder 联网下载一次）";

/** Everything that is delivered. @type {readonly Delivery[]} */
export const DELIVERIES = [
  { name: "Windows x64 安装程序", platform: "win32", arch: "x64", target: "nsis", tool: NSIS },
  { name: "Windows x64 单文件版", platform: "win32", arch: "x64", target: "portable", tool: NSIS },
  { name: "Windows x64 压缩包", platform: "win32", arch: "x64", target: "zip", tool: SEVEN_ZIP },
  { name: "Linux x64 deb 包", platform: "linux", arch: "x64", target: "deb", tool: DPKG_DEB },
  { name: "Linux arm64 deb 包", platform: "linux", arch: "arm64", target: "deb", tool: DPKG_DEB },
];
