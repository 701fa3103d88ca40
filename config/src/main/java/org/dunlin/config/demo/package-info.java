/**
 * The demonstration: the hub with an invented outside world around it, three months in minutes.
 *
 * <p>The world's files come in day by day and its customers read the reminders that the hub sends;
 * a report goes out that holds what the hub made of it against what the world knows to be true.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.config.demo;
