/**
 * What customers do on the payer's page, as far as no other store keeps it.
 *
 * <p>Forms that were carried out, visits, documents that were sent along, the language chosen and
 * what the company lets its customers do come in; they go out to the page and to the people of the
 * company. What was said there is kept with all that is said ({@link org.dunlin.store.dialogue}).
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.payer;
