package org.dunlin.console.page;

import org.dunlin.store.debit.KeptMandate;

/**
 * A mandate as a list shows it.
 *
 * @param customer whose it is, by name
 */
public record ShownMandate(KeptMandate kept, String customer) {}
