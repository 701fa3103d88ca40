/**
 * Moneybird, played from its published specification (API version 2).
 *
 * <p>Requests as an app of Moneybird makes them come in, and the books that it plays. Out go
 * answers in Moneybird's words and forms, its limits, and notices.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.program.moneybird;
