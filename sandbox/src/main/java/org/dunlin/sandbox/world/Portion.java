package org.dunlin.sandbox.world;

import org.joda.money.Money;

/** What a payer meant for one invoice. */
record Portion(String invoiceNumber, Money amount) {}
