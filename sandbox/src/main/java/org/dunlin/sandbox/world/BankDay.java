package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/** One account on one banking day: what a statement tells. */
record BankDay(
    Party account,
    CamtVersion version,
    int sequence,
    LocalDate day,
    Money opening,
    Money closing,
    List<Entry> entries) {
  BankDay withClosing(Money other) {
    return new BankDay(account, version, sequence, day, opening, other, entries);
  }

  String fileName() {
    return switch (version) {
      case V02 -> "camt053_" + account.iban() + "_" + day + ".xml";
      case V08 -> "CAMT.053 " + account.iban() + " " + day.toString().replace("-", "") + ".xml";
    };
  }
}
