/**
 * Cases for those who collect them: an agency, a bailiff, a lawyer.
 *
 * <p>A due hand-over comes in, and later what a person or the agency says of it, or that all was
 * paid. A dossier goes out with the invoices, what was written, and what may be claimed; what is
 * paid or taken back is told, too.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.handover;
