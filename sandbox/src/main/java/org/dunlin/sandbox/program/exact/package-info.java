/**
 * Exact Online, played from its published reference of resources: OData 2 over the books of one
 * division, with sync and its timestamps.
 *
 * <p>Requests as an app of Exact Online makes them come in, and the books that it plays. Out go
 * answers in Exact's words and forms, its limits, and signed notices.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.program.exact;
