/**
 * Notices of programs: whether one is genuine, what it wants, and how a program comes to send them.
 *
 * <p>A call with its bytes as they came goes in, before anything has understood it. What is
 * answered and which objects are to be fetched come out; of a call that is not genuine nothing
 * does.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.connectors.program.hook;
