/**
 * How much may be asked of a program, and how often it is polled so that this lasts.
 *
 * <p>The limits of a manifest and what was used of them come in. Windows and moments go out:
 * whoever sends counts short windows, and the database counts long ones.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.limit;
