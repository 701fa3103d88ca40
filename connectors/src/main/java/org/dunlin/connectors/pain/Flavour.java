package org.dunlin.connectors.pain;

import java.util.List;
import org.dunlin.core.model.MandateScheme;

/**
 * What one bank, or the banks of a country, want otherwise than others: all that differs.
 *
 * @param id as settings name it
 * @param name as people know the banks
 * @param versions of the message that they take, the one to use first
 * @param firstIsMarked whether the first debit by a mandate is to be FRST; since November 2016 it
 *     may be RCUR (EPC016-06 v9.1)
 * @param coreFirstDays banking days before the collection on which a CORE file with FRST and OOFF
 *     is there at the latest
 * @param coreDays the same for RCUR and FNAL
 * @param b2bDays the same for B2B
 * @param bicNeeded whether a debtor's bank is to be named; where it is not known it is NOTPROVIDED
 * @param newAccount how the bank is told that a mandate has an account at another bank
 * @param initiatorId whether the initiating party's number of the trade register is given
 * @param twoLetters whether umlauts become two letters (ae) or one (a)
 * @param mostInFile debits that one file may have
 * @param source where that is written
 */
public record Flavour(
    String id,
    String name,
    List<PainVersion> versions,
    boolean firstIsMarked,
    int coreFirstDays,
    int coreDays,
    int b2bDays,
    boolean bicNeeded,
    NewAccount newAccount,
    boolean initiatorId,
    boolean twoLetters,
    int mostInFile,
    String source) {
  public Flavour {
    versions = List.copyOf(versions);
  }

  /** Where SMNDA (same mandate, new debtor account) stands. */
  public enum NewAccount {
    /** In the debtor's original account (EPC130-08 since November 2016). */
    IN_ACCOUNT,
    /** In the debtor's original bank, as before. */
    IN_AGENT
  }

  /**
   * Banking days before the collection on which the file is to be with the bank.
   *
   * @param first whether the debit is the first or the only one by its mandate
   */
  public int leadDays(MandateScheme scheme, boolean first) {
    return switch (scheme) {
      case CORE -> first ? coreFirstDays : coreDays;
      case B2B -> b2bDays;
    };
  }
}
