package org.dunlin.work.profile;

import java.util.Arrays;
import java.util.Optional;

/** One of the rules by which a company lets its customers pay, promise and agree to instalments. */
public enum Rule {
  /** Whether less than what is open of an invoice may be paid by a link. */
  PART_PAYMENTS("part-payments"),
  /** For how many days a link can be paid. */
  LINK_DAYS("link-days"),
  /** Whether links are written into the program that an invoice is from. */
  WRITE_LINKS("write-links"),
  /** How many days away a day may be that a customer promises on its page; 0: none. */
  PROMISE_DAYS("promise-days"),
  /** Whether instalments within the rules that a customer proposes are agreed to at once. */
  AGREE_AT_ONCE("agree-at-once"),
  /** How many instalments are agreed to at most. */
  INSTALMENTS("instalments"),
  /** How many days it may be to the last of them. */
  INSTALMENT_DAYS("instalment-days"),
  /** The least amount of one but the last, in the company's currency. */
  LEAST_INSTALMENT("least-instalment");

  private final String fileKey;

  Rule(String fileKey) {
    this.fileKey = fileKey;
  }

  /** Its name under {@code paying} in {@code dunlin.yaml}. */
  public String fileKey() {
    return fileKey;
  }

  /** The rule of this name in {@code dunlin.yaml}. */
  public static Optional<Rule> ofFileKey(String key) {
    return Arrays.stream(values()).filter(rule -> rule.fileKey.equals(key)).findFirst();
  }

  /** The name under which its origin is kept. */
  String origin() {
    return "paying/" + fileKey;
  }
}
