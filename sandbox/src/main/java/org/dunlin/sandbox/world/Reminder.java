package org.dunlin.sandbox.world;

import java.time.LocalDate;

/**
 * A customer found an invoice named in a message.
 *
 * @param known the last day all of whose files had come when the message left
 */
public record Reminder(LocalDate on, LocalDate known, String email, String invoiceNumber) {}
