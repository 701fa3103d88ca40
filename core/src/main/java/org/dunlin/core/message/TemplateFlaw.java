package org.dunlin.core.message;

/**
 * Why a wording cannot be taken.
 *
 * @param value what it is about, such as the name of a value; empty where it is about all
 */
public record TemplateFlaw(Kind kind, String value) {
  /** What is wrong. */
  public enum Kind {
    /** It has no subject, or nothing below it. */
    EMPTY,
    TOO_LONG,
    /** Marks that are more than places to fill: code, raw values, other delimiters. */
    NOT_PLAIN,
    UNKNOWN_VALUE,
    UNKNOWN_PART,
    /** A part stands within a paragraph. */
    PART_NOT_ALONE,
    /** A section is not closed, or closed and not opened. */
    NOT_CLOSED,
    NO_PAY,
    NO_ASKED,
    NO_CLAIMS,
    NO_DAYS,
    NO_COSTS,
    NO_VAT,
    NO_COMPANY,
    NO_NUMBER,
    NO_TOTAL,
    NO_ACCOUNT,
    NO_REFERENCE,
    /** What the law wants said is said only under a condition of its own. */
    HIDDEN,
    /** A condition stands where a value would. */
    NO_VALUE,
    /** A value that is not always there stands outside of its own section. */
    AT_TIMES,
    /** What only an announcement has stands outside of it. */
    NOT_ANNOUNCED,
    /** A character that no text has. */
    CONTROL
  }

  /** What is wrong and how to mend it, in English. */
  public String sentence() {
    return switch (kind) {
      case EMPTY ->
          "A template begins with the subject; below it, after a blank line, stand its paragraphs.";
      case TOO_LONG -> "A template has at most " + value + " characters; shorten it.";
      case NOT_PLAIN ->
          value
              + " is none of the marks that a template may have; write {{name}}, {{#name}}…{{/name}},"
              + " {{^name}}…{{/name}} or {{> part}}.";
      case UNKNOWN_VALUE ->
          "There is no value "
              + value
              + "; the list beside the template names those that there are.";
      case UNKNOWN_PART ->
          "There is no part "
              + value
              + "; the list beside the template names those that there are.";
      case PART_NOT_ALONE ->
          "{{> " + value + "}} stands on a line of its own, with a blank line above and below.";
      case NOT_CLOSED ->
          "{{#" + value + "}} and {{/" + value + "}} belong together within one paragraph.";
      case NO_PAY ->
          "{{> pay}} is missing: every message says to which account and with which reference to pay.";
      case NO_ASKED -> "{{> asked}} is missing: every message says which invoices it asks for.";
      case NO_CLAIMS ->
          "{{> claims}} is missing: what a step charges beside the invoices stands in lines of its own.";
      case NO_DAYS ->
          "{{payWithin}} is missing: a letter that announces costs grants its days from the day after"
              + " it was received. Write it within {{#announced}}…{{/announced}}, or name {{> letter}}.";
      case NO_COSTS ->
          "{{costs}} is missing: a letter that announces costs names their exact amount. Write it"
              + " within {{#announced}}…{{/announced}}, or name {{> letter}}.";
      case NO_VAT ->
          "{{costsVat}} is missing: where VAT on costs cannot be recovered the letter says so. Write"
              + " {{#costsVat}}…{{costsVat}}…{{/costsVat}} within {{#announced}}…{{/announced}}, or"
              + " name {{> letter}}.";
      case NO_COMPANY ->
          "{{company}} is missing: a text comes from a number that its reader may not know.";
      case NO_NUMBER -> "{{number}} is missing: a text about one invoice names it.";
      case NO_TOTAL -> "{{total}} is missing: a text says how much it asks for.";
      case NO_ACCOUNT -> "{{account}} is missing: a text says to which account to pay.";
      case NO_REFERENCE -> "{{reference}} is missing: a text says with which reference to pay.";
      case HIDDEN ->
          "{{"
              + value
              + "}} stands under a condition that may not hold; leave it directly within"
              + " {{#announced}}…{{/announced}}.";
      case NO_VALUE ->
          "{{"
              + value
              + "}} is a condition and says nothing itself; write {{#"
              + value
              + "}}…{{/"
              + value
              + "}} around what it is about.";
      case AT_TIMES ->
          "{{"
              + value
              + "}} is not always there; write it within {{#"
              + value
              + "}}…{{/"
              + value
              + "}}.";
      case NOT_ANNOUNCED ->
          "{{"
              + value
              + "}} is there only where costs are announced; write it within"
              + " {{#announced}}…{{/announced}}.";
      case CONTROL ->
          "A template has letters, line ends and tabs; there is another control character in it."
              + " Remove it.";
    };
  }
}
