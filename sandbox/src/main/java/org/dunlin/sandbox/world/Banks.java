package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The company's two accounts on each banking day. */
final class Banks {
  private final Creditor creditor;
  private final Payers payers;
  private final DirectDebits debits;
  private final Overheads overheads;
  private final Online online;
  private final BankAccount main;
  private final BankAccount second;

  Banks(Creditor creditor, Payers payers, DirectDebits debits, Overheads overheads, Online online) {
    this.creditor = creditor;
    this.payers = payers;
    this.debits = debits;
    this.overheads = overheads;
    this.online = online;
    this.main = new BankAccount(creditor.main(), CamtVersion.V02, Euro.cents(4821367));
    this.second = new BankAccount(creditor.second(), CamtVersion.V08, Euro.cents(918655));
  }

  /** Books the day on both accounts. */
  List<BankDay> book(LocalDate day) {
    List<List<Movement>> onMain = new ArrayList<>();
    List<List<Movement>> onSecond = new ArrayList<>();
    List<Movement> collected = debits.collect(day);
    if (!collected.isEmpty()) {
      onMain.add(collected);
    }
    List<Payers.Outgoing> payments = new ArrayList<>(payers.pay(day));
    payments.addAll(payers.refunds(day, creditor.main()));
    for (Payers.Outgoing payment : payments) {
      boolean toMain = payment.account().equals(creditor.main());
      (toMain ? onMain : onSecond).add(List.of(payment.movement()));
    }
    debits.returned(day).forEach(movement -> onMain.add(List.of(movement)));
    onMain.addAll(online.take());
    onMain.addAll(overheads.onMain(day));
    if (overheads.movesBetweenAccounts(day)) {
      onMain.add(List.of(overheads.fromSecond(250000)));
      onSecond.add(List.of(overheads.toMain(250000)));
    }
    BankDay mainDay = main.book(day, onMain);
    if (!collected.isEmpty()) {
      debits.booked(mainDay.entries().getFirst());
    }
    return List.of(mainDay, second.book(day, onSecond));
  }
}
