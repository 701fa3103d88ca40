/**
 * The accounting program's side of the watched folders.
 *
 * <p>Files of a day come in and are put into the hub's folder as real programs do it: at once, in
 * two parts, or renamed when complete. The hub's status files are read back, and what they say of
 * an invoice goes out by its number.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.sandbox.folder;
