/**
 * The short commands, which answer without a server and without Spring.
 *
 * <p>Arguments and files come in. Data goes to standard output, words to standard error, and the
 * exit status says whether all input was taken (0), some refused (1), or the use was wrong (2).
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.config.cli;
