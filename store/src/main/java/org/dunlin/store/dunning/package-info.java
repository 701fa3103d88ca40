/**
 * What dunning decided: actions, one step an instalment.
 *
 * <p>Decided actions come in once (the database refuses a second); their states follow what became
 * of the messages.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.store.dunning;
