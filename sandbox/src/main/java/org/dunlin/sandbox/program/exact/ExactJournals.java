package org.dunlin.sandbox.program.exact;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.dunlin.sandbox.program.books.Receipt;

/** In which journal a payment was booked: the bank's, where nothing else was said. */
final class ExactJournals {
  private final Map<UUID, String> journals = new ConcurrentHashMap<>();

  void book(Receipt receipt, String journal) {
    journals.put(receipt.id(), journal);
  }

  String of(Receipt receipt) {
    return journals.getOrDefault(receipt.id(), ExactCompany.BANK);
  }
}
