/**
 * The office of the invented company: three accounting programs, each with the customers that are
 * invoiced from it and a bookkeeper.
 *
 * <p>A world comes in, and its days. Out go the programs with what was made in them, and what each
 * believes to be open.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.program.office;
