package org.dunlin.console.page;

import java.util.List;
import java.util.UUID;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.view.StandstillList;
import org.jspecify.annotations.Nullable;

/**
 * What was said with a customer, as its page and those of its invoices show it.
 *
 * @param invoiceId the invoice whose page it is; absent on the customer's
 * @param owes whether something is open that can be promised, contested or arranged
 * @param standstills the latest first
 * @param dialogue the latest first
 */
public record TalkPanel(
    UUID customerId,
    @Nullable UUID invoiceId,
    boolean owes,
    List<StandstillList.Line> standstills,
    List<DialogueEntry> dialogue) {
  /** So many of each at most. */
  static final int MOST = 20;

  public TalkPanel {
    standstills = List.copyOf(standstills);
    dialogue = List.copyOf(dialogue);
  }
}
