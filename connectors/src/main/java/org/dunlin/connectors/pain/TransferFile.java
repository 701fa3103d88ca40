package org.dunlin.connectors.pain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.joda.money.Money;

/**
 * A file with one SEPA credit transfer.
 *
 * @param messageId at most 35 characters, by which the bank knows a file that it gets twice
 * @param createdAt in the zone of who pays
 * @param fromName who pays
 * @param fromIban the account from which it leaves
 * @param on the day on which it is to leave
 * @param amount in euros
 * @param toName who gets it
 * @param toIban the account that gets it
 * @param endToEndId at most 35 characters, which the bank passes on
 * @param remittance what the receiver reads
 */
public record TransferFile(
    String messageId,
    LocalDateTime createdAt,
    String fromName,
    String fromIban,
    LocalDate on,
    Money amount,
    String toName,
    String toIban,
    String endToEndId,
    String remittance) {}
