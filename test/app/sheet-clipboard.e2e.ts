import { expect, test } from "./support/launch.js";
import { clipboardTexts, openSampleForm, putOnClipboard } from "./support/sheet-hand.js";

const TITLE = "一般公共预算财政拨款收入支出决算表";
const NAME = 3;
const BASIC = 8;
const PROJECT = 9;

/** As WPS puts cells on the clipboard: rounded texts, exact numbers in x:num, formats in a style sheet, a merged cell. */
const FROM_WPS = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
.et1{mso-number-format:"0\\.00";} .et2{mso-number-format:"yyyy\\/m\\/d";}</style></head><body><!--StartFragment-->
<table><tr><td class="et1" x:num="1234.5678">1,234.57</td><td x:num>78</td></tr>
<tr><td colspan="2" x:num="9.125">9.13</td></tr></table><!--EndFragment--></body></html>`;

test("a block is copied for Excel and WPS with its exact numbers, and comes back as it was", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.drag(sheet.cell(3, 7), sheet.cell(5, PROJECT));
  await sheet.sums("4,562.16");
  await sheet.press("Control+c");
  const { text, html } = await clipboardTexts(page);
  expect(text.replaceAll("\r", "")).toBe("1,784.30\t1,784.30\t0.00\n375.84\t0.00\t375.84\n120.94\t0.00\t120.94");
  expect(html).toContain('x:num="1784.3"');
  await sheet.cell(8, 7).click();
  await sheet.press("Control+v");
  await sheet.shows(8, BASIC, "1,784.30");
  await sheet.press("Control+z");
  await sheet.shows(8, PROJECT, "1,046.21");
});

test("blocks from Excel and WPS are read with quotes, full width, exact numbers and merges", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.cell(3, BASIC).click();
  await putOnClipboard(page, { text: '1,111.11\t"2,222.22"\r\n３３３\t（44）\r\n' });
  await sheet.press("Control+v");
  await sheet.shows(3, BASIC, "1,111.11");
  await sheet.shows(3, PROJECT, "2,222.22");
  await sheet.shows(4, BASIC, "333.00");
  await sheet.shows(4, PROJECT, "-44.00");
  await sheet.says("已粘贴 4 格");
  await sheet.press("Control+z");
  await sheet.shows(4, PROJECT, "375.84");
  await putOnClipboard(page, { html: FROM_WPS, text: "1,234.57\t78\r\n9.13\t" });
  await sheet.press("Control+v");
  await sheet.shows(3, BASIC, "1,234.57");
  await sheet.press("F2");
  await expect(sheet.field()).toHaveValue("1234.5678");
  await sheet.press("Escape");
  await sheet.shows(4, PROJECT, "375.84");
});

test("one value fills a range, a block is repeated, and what is left out is said", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await putOnClipboard(page, { text: "5" });
  await sheet.drag(sheet.cell(3, BASIC), sheet.cell(5, PROJECT));
  await sheet.press("Control+v");
  await sheet.shows(5, PROJECT, "5.00");
  await sheet.shows(3, BASIC, "5.00");
  await sheet.press("Control+z");
  await sheet.shows(5, PROJECT, "120.94");
  await putOnClipboard(page, { text: "第一行\t无此数\t7\r\n" });
  await sheet.cell(0, NAME).click();
  await sheet.press("Control+v");
  await sheet.says(/跳过 1 个不能填写的格.*1 格不是数字（“无此数”）/);
});

test("290 rows of 13 columns become rows in their places, and are taken back in one step", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  const block = Array.from({ length: 290 }, (_, row) => {
    const code = `23${String(Math.floor(row / 90))}${String(10 + (Math.floor(row / 9) % 10))}${String(10 + (row % 9))}`;
    const figures = ["", "0.00", "0.00", "", `${row + 1}.25`, "1.00", "", `${row + 1}.25`, "1.00"];
    return [code, "", "", `测试科目${row + 1}`, ...figures].join("\t");
  }).join("\r\n");
  await sheet.cell(31, 0).click();
  await putOnClipboard(page, { text: block });
  await sheet.press("Control+v");
  await sheet.says(/^已粘贴 \d+ 格/);
  await sheet.press("Control+End");
  await expect(sheet.grid()).toHaveAttribute("aria-rowcount", /^3\d\d$/);
  await sheet.press("Control+z");
  await expect(sheet.grid()).toHaveAttribute("aria-rowcount", "33");
  await sheet.press("Control+Home");
  await sheet.shows(0, BASIC, "2,375.99");
});

test("cut, Delete, Ctrl+D and the fill handle are one step each", async ({ page }) => {
  const sheet = await openSampleForm(page, TITLE);
  await sheet.cell(3, BASIC).click();
  await sheet.press("Control+x");
  await sheet.shows(3, BASIC, "");
  expect((await clipboardTexts(page)).text).toBe("1,784.30");
  await sheet.press("Control+z");
  await sheet.shows(3, BASIC, "1,784.30");

  await sheet.drag(sheet.cell(3, BASIC), sheet.cell(5, PROJECT));
  await sheet.press("Delete");
  await sheet.shows(5, PROJECT, "");
  await sheet.press("Control+z");
  await sheet.shows(5, PROJECT, "120.94");

  await sheet.drag(sheet.cell(3, BASIC), sheet.cell(5, BASIC));
  await sheet.press("Control+d");
  await sheet.shows(5, BASIC, "1,784.30");
  await sheet.press("Control+z");
  await sheet.shows(5, BASIC, "0.00");

  await sheet.cell(3, BASIC).click();
  await sheet.drag(page.locator("[data-front] .sheet-fill-handle"), sheet.cell(5, BASIC));
  await sheet.shows(4, BASIC, "1,784.30");
  await sheet.press("Control+z");
  await sheet.shows(4, BASIC, "0.00");
});
