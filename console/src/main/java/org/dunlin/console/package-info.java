/**
 * What people see and touch: one page behind a login, and the buttons on it.
 *
 * <p>Requests of signed-in people come in; pages go out, and every button calls one use case of
 * {@code work} in the person's name.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console;
