/**
 * Connections to programs, as people add, authorise, steer and end them.
 *
 * <p>What somebody fills in comes in and is checked against the program's manifest; secrets are
 * sealed at once and shown to nobody again. How a connection stands goes out, and every change is
 * in the journal.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.program;
