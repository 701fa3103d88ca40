/**
 * The contract of the programs that the hub carries along: whatever a program does, no record is
 * lost, none doubled, and people see why it waits.
 *
 * <p>A carried folder and its program, played from what its publisher says of it, come in; each
 * case lets something go wrong between them. Out comes what the ledger holds in the end, which is
 * held against what was done in the program's books.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.contract;
