/** Han characters and the punctuation and full-width forms that go with them. */
const CHINESE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;

/**
 * Chinese text in code belongs where the sentences for people are made, so that a wording is found and changed in one place.
 * Literals in types (`"元" | "万元"`) and the listed words of the pack format are data and may be compared anywhere.
 *
 * @type {import("eslint").Rule.RuleModule}
 */
export const noChineseText = {
  meta: {
    type: "problem",
    messages: {
      chinese:
        "Chinese text stands only in shared/messages, shared/narrative/wording*, shared/template/cell-input* or a folder's words.ts.",
    },
    schema: [
      {
        type: "object",
        properties: { words: { type: "array", items: { type: "string" } } },
        additionalProperties: false,
      },
    ],
  },
  create(context) {
    /** @type {{ words?: readonly string[] } | undefined} */
    const options = context.options[0];
    const words = new Set(options?.words);

    /** @type {(node: import("estree").Node, text: string) => void} */
    function inspect(node, text) {
      if (CHINESE.test(text) && !words.has(text)) context.report({ node, messageId: "chinese" });
    }

    return {
      Literal(node) {
        if (isTypePosition(node)) return;
        if (typeof node.value === "string") inspect(node, node.value);
        if ("regex" in node) inspect(node, node.regex.pattern);
      },
      TemplateElement(node) {
        inspect(node, node.value.cooked ?? node.value.raw);
      },
      "Property > Identifier.key"(/** @type {import("estree").Identifier} */ node) {
        inspect(node, node.name);
      },
    };
  },
};

/** @type {(node: { parent?: import("estree").Node | null }) => boolean} */
function isTypePosition(node) {
  /** @type {string | undefined} */
  const parent = node.parent?.type;
  return parent === "TSLiteralType";
}
