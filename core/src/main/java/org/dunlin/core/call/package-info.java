/**
 * What may be kept of a request to an outside program and of its answer.
 *
 * <p>A request, an answer and the secrets that were known come in. Out come texts without any of
 * the secrets, cut where they are long.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.call;
