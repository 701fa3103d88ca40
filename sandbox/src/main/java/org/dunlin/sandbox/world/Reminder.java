package org.dunlin.sandbox.world;

import java.time.LocalDate;

/** An invoice that was named in a message to a customer. */
public record Reminder(LocalDate on, String email, String invoiceNumber) {}
