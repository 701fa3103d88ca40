/**
 * The room that decides: the canonical model, its JSON, matching and dunning, in plain Java.
 *
 * <p>What comes in are facts as values: records, settings, a business date. What goes out are
 * decisions as values; nothing here reads a clock, a file, a database or the network.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core;
