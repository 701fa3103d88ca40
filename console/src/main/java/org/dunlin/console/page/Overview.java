package org.dunlin.console.page;

import java.util.List;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.HeldReminders;
import org.dunlin.store.view.Messages;
import org.jspecify.annotations.Nullable;

/**
 * The traffic of a company, as its page shows it.
 *
 * @param awaiting how many messages wait to be released
 * @param inboxChoice which deliveries are shown
 * @param messageState which messages are shown; all where absent
 */
public record Overview(
    List<FlowGroup> flows,
    Deliveries.Choice inboxChoice,
    List<Deliveries.Line> inbox,
    @Nullable EffectState messageState,
    List<Messages.Line> messages,
    int awaiting,
    List<HeldReminders.Line> held,
    List<Journal.Entry> journal) {}
