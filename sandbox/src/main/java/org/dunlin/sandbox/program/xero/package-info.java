/**
 * Xero, played from its published specification (Accounting API 2.0, identity and webhooks).
 *
 * <p>Requests as an app of Xero makes them come in, and the books that it plays. Out go answers in
 * Xero's words and forms, its limits, and signed notices.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.program.xero;
