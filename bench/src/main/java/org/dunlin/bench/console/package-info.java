/**
 * How long the console's pages take over a large ledger.
 *
 * <p>A ledger is generated into the data of a hub that runs as it always does, in a process of its
 * own; somebody signs in and opens every page again and again; how long each took goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.bench.console;
