/**
 * Throws changed files at every reader of a format, to find what crashes, hangs or fills memory.
 *
 * <p>Files written for this project come in and are changed at random, by seeds that are said when
 * something is found. Figures go out to {@code target/fuzz}, and so does an input that breaks a
 * reader.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.fuzz;
