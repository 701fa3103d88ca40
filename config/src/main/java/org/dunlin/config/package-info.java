/**
 * The room that assembles: the runnable hub and its command line.
 *
 * <p>Arguments and settings come in; a running hub, or the answer of a short command, goes out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.config;
