import { sha256 } from "@noble/hashes/sha2.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";
import type { Computed } from "../calc/computed.js";
import { parseDecimal, plain } from "../decimal.js";
import { LAST_YEAR_COLUMN, LAST_YEAR_TABLE } from "../model/workbook.js";

/** Digits and letters that nobody mistakes for each other when reading them aloud from paper: no I, L, O, U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const BITS_PER_SIGN = 5;
const SIGNS = 8;

/**
 * A short hash of all figures of a workbook, such as `7K3F-9QXM`: of every table, last year's, and the figures among the elements.
 * It changes with any figure and with nothing else: not with names, texts, answers, marks, or rows that hold no figure. 40 bits
 * of SHA-256 over the figures as exact decimals in the pack's order.
 */
export function fingerprintOf(computed: Computed): string {
  return shortened(sha256(utf8ToBytes(figureLines(computed).join("\n"))));
}

/** Every figure on a line of its own, with where it stands: exact, without superfluous zeros. */
function figureLines(computed: Computed): readonly string[] {
  const { pack, workbook } = computed;
  const tables = pack.tables.flatMap((table) =>
    computed.rows(table.id).flatMap((row) =>
      table.columns.flatMap((column) => {
        const figure = computed.figure({ table: table.id, row, column: column.id });
        return figure === undefined ? [] : [`${table.id}!${row}!${column.id}=${plain(figure)}`];
      }),
    ),
  );
  const lastYear = (workbook.tables.get(LAST_YEAR_TABLE)?.rows ?? []).flatMap(({ key, inputs }) => {
    const input = inputs.get(LAST_YEAR_COLUMN);
    return input?.kind === "amount" ? [`${LAST_YEAR_TABLE}!${key}=${plain(input.value)}`] : [];
  });
  const elements = pack.elements.flatMap(({ id, kind }) => {
    const figure = kind === "text" ? undefined : parseDecimal(computed.element(id) ?? "");
    return figure === undefined ? [] : [`${id}=${plain(figure)}`];
  });
  // A row's place says nothing about its figure, and last year's rows stand as they were typed.
  return [...tables, ...lastYear.toSorted(), ...elements];
}

function shortened(hash: Uint8Array): string {
  let signs = "";
  let bits = 0;
  let held = 0;
  for (const byte of hash) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= BITS_PER_SIGN && signs.length < SIGNS) {
      bits -= BITS_PER_SIGN;
      signs += ALPHABET[(held >> bits) & (2 ** BITS_PER_SIGN - 1)] ?? "";
    }
    held &= 2 ** bits - 1;
  }
  return `${signs.slice(0, SIGNS / 2)}-${signs.slice(SIGNS / 2)}`;
}
