/**
 * Programs and the connections to them, as people see and touch them.
 *
 * <p>What a person, the API or the settings file says comes in, and is handed to those who add,
 * change and steer connections. Out goes what can be connected, how each connection stands, and
 * what a person has to do; no secret is ever among it.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.work.offer;
