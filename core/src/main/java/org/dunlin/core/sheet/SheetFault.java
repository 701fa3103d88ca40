package org.dunlin.core.sheet;

/**
 * What a mapping still lacks, or says twice.
 *
 * @param code which
 * @param target the column that it is about, as a description calls it; empty where it is about
 *     none
 */
public record SheetFault(Code code, String target) {
  /** Why a file cannot be read by a mapping. */
  public enum Code {
    /** No column is this, and each row needs it. */
    MISSING,
    /** Several columns are this, of which a row has one. */
    TWICE,
    /** Nobody said how days are written. */
    DATES,
    /** Nobody said which mark is before decimals. */
    DECIMAL,
    /** Neither a column nor anybody says in which currency the amounts are. */
    CURRENCY,
    /** Neither a column nor anybody says which account it is. */
    ACCOUNT,
    /** Amounts stand in one column, or in one of money in and one of money out. */
    AMOUNTS,
    /** What is open and what is paid say the same; one of them is enough. */
    OPEN_AND_PAID,
    /** The words of a column are not told apart. */
    WORDS,
    /** The description that comes of it is refused for another reason. */
    OTHER
  }
}
