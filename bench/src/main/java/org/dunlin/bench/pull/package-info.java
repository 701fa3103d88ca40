/**
 * How fast programs are read, and whether some that hang delay the others.
 *
 * <p>Connections to a simulated vendor are pulled as the hub pulls them, in Java machines of their
 * own; how much came into the ledger in a second, and how long each connection waited for its turn,
 * goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.bench.pull;
