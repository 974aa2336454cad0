import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtTrial } from "../../build/packing/trial.mjs";

let folder: string;
let made: string;
const deb = (arch: string): string => path.join(made, `gongkai-tables-0.1.0-linux-${arch}-NOT-FOR-DELIVERY.deb`);
const installed = (name: string): string => path.join(folder, "installed", name);

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

const field = (arch: string, name: string): string => run("dpkg-deb", "--field", deb(arch), name).trim();

beforeAll(async () => {
  made = (await builtTrial()).linux;
  folder = mkdtempSync(path.join(tmpdir(), "gongkai-deb-test-"));
  run("dpkg-deb", "--extract", deb("amd64"), path.join(folder, "installed"));
  run("dpkg-deb", "--control", deb("amd64"), path.join(folder, "control"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the deb package", () => {
  test.each(["amd64", "arm64"])("says for %s what Debian needs to know of it", (arch) => {
    expect(field(arch, "Package")).toBe("gongkai-tables");
    expect(field(arch, "Version")).toBe("0.1.0");
    expect(field(arch, "Architecture")).toBe(arch);
    expect(field(arch, "Maintainer")).toBe("公开表编辑器 <support@gongkai.invalid>");
    expect(field(arch, "Homepage")).toBe("https://gongkai.invalid/");
    expect(field(arch, "Section")).toBe("editors");
    expect(field(arch, "Priority")).toBe("optional");
    expect(field(arch, "Depends").split(", ")).toEqual(expect.arrayContaining(["libgtk-3-0", "libnss3", "xdg-utils"]));
    expect(field(arch, "Recommends")).toBe("");
    // What must not be delivered says so wherever the system shows it.
    expect(field(arch, "Description").split("\n")[0]).toBe("公开表编辑器（仅供检查打包，不可交付）");
  });

  test("belongs to root, with programs and folders 0755 and everything else 0644", () => {
    const entries = run("dpkg-deb", "--contents", deb("amd64")).trim().split("\n");
    const programs = new Set(["./opt/Gongkai/gongkai", "./opt/Gongkai/chrome-sandbox"]);
    expect(entries.length).toBeGreaterThan(20);
    for (const entry of entries) {
      const [mode = "", owner = "", , , , name = ""] = entry.split(/\s+/);
      expect(owner).toBe("root/root");
      const isProgram = mode.startsWith("d") || programs.has(name);
      expect([name, mode.slice(1)]).toEqual([name, isProgram ? "rwxr-xr-x" : "rw-r--r--"]);
    }
  });

  test("has scripts that come with installing and removing it, and right sums", () => {
    const scripts = readdirSync(path.join(folder, "control")).toSorted();
    expect(scripts).toEqual(["control", "md5sums", "postinst", "postrm"]);
    expect(readFileSync(path.join(folder, "control", "postinst"), "utf8")).toContain("'/opt/Gongkai/gongkai'");
    for (const script of ["postinst", "postrm"]) run("bash", "-n", path.join(folder, "control", script));
    const sums = readFileSync(path.join(folder, "control", "md5sums"), "utf8")
      .trim()
      .split("\n");
    expect(sums.map((line) => line.slice(34)).toSorted()).toContain("opt/Gongkai/resources/app.asar");
    for (const line of sums) {
      const content = readFileSync(installed(line.slice(34)));
      expect(createHash("md5").update(content).digest("hex")).toBe(line.slice(0, 32));
    }
  });

  test("stands in the menu under its Chinese name and opens workbooks by path", () => {
    const entry = readFileSync(installed("usr/share/applications/gongkai.desktop"), "utf8").split("\n");
    expect(entry).toEqual(
      expect.arrayContaining([
        "[Desktop Entry]",
        "Type=Application",
        "Exec=/opt/Gongkai/gongkai %F",
        "Icon=gongkai",
        "StartupWMClass=gongkai",
        "Name[zh_CN]=公开表编辑器",
        "Categories=Office;",
        "MimeType=application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;application/vnd.ms-excel;application/wps-office.et;",
      ]),
    );
  });

  test("brings its icon in every size, each of the size its folder says", () => {
    const icons = installed("usr/share/icons/hicolor");
    const sizes = readdirSync(icons).map((name) => Number.parseInt(name, 10));
    expect(sizes.toSorted((a, b) => a - b)).toEqual([16, 24, 32, 48, 64, 128, 256, 512]);
    for (const size of sizes) {
      const png = readFileSync(path.join(icons, `${size}x${size}`, "apps", "gongkai.png"));
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  test("does not start with a program that was changed after packing", () => {
    const program = path.join(folder, "changed");
    cpSync(installed("opt/Gongkai"), program, { recursive: true });
    const archive = path.join(program, "resources", "app.asar");
    const bytes = readFileSync(archive);
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    writeFileSync(archive, bytes);
    const { status, stderr } = spawnSync(path.join(program, "gongkai"), [], { encoding: "utf8" });
    expect(status).toBe(1);
    expect(stderr).toMatch(/app\.asar: .* is not what the archive's header says/);
  });
});
