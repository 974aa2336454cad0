import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright";
import { CHROMIUMS } from "../runtime.mjs";
import { iconAsSvg } from "./drawing.js";
import { icoFile, type IconPicture } from "./ico.js";

/**
 * `npm run make:icons`: draws the program's icon in every size with the system's Chromium, as PNGs for Linux and one icon.ico for Windows.
 * The files are committed; this runs again only when the drawing changes.
 */

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const IN_ICO = 256;

const executablePath = CHROMIUMS.find((file) => existsSync(file));
const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
try {
  const page = await browser.newPage();
  const pictures: IconPicture[] = [];
  for (const size of SIZES) pictures.push(await drawn(page, size));
  for (const { size, png } of pictures) writeFileSync(path.join(import.meta.dirname, `${size}x${size}.png`), png);
  const small = pictures.filter(({ size }) => size <= IN_ICO);
  writeFileSync(path.join(import.meta.dirname, "icon.ico"), icoFile(small));
} finally {
  await browser.close();
}

async function drawn(page: Page, size: number): Promise<IconPicture> {
  const { png, pixels } = await page.evaluate<Drawn>(drawingInPage(iconAsSvg(size), size));
  return { size, png: Buffer.from(png.slice(png.indexOf(",") + 1), "base64"), pixels: Uint8Array.from(pixels) };
}

interface Drawn {
  /** As a data address. */
  readonly png: string;
  readonly pixels: readonly number[];
}

/** What the page runs: a canvas gives the PNG and, for the bitmaps, its pixels. */
function drawingInPage(svg: string, size: number): string {
  return `(async () => {
    const image = new Image();
    image.src = "data:image/svg+xml," + encodeURIComponent(${JSON.stringify(svg)});
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = ${size};
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0, ${size}, ${size});
    return { png: canvas.toDataURL("image/png"), pixels: [...context.getImageData(0, 0, ${size}, ${size}).data] };
  })()`;
}
