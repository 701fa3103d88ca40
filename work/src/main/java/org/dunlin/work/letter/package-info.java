/**
 * Letters: on whose paper they are written, and how they are handed to whoever prints them.
 *
 * <p>The settings of the company's connection for letters come in, and later a letter as the outbox
 * keeps it. Its PDF goes out, with a file beside it that says whose it is.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.letter;
