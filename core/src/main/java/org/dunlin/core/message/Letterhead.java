package org.dunlin.core.message;

import org.dunlin.core.model.Address;

/**
 * The paper on which a company writes.
 *
 * @param address the company's own
 * @param window where envelopes show the customer's
 */
public record Letterhead(Address address, AddressWindow window) {}
