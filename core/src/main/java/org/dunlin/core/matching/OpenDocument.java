package org.dunlin.core.matching;

import org.dunlin.core.model.Invoice;
import org.joda.money.Money;

/**
 * A document of which something is open.
 *
 * @param open outstanding less what the hub has claimed; a document with nothing open is left out
 */
public record OpenDocument(Invoice document, Money open) {}
