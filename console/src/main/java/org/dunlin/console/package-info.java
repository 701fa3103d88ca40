/**
 * What people see and touch: one page behind a login, the buttons on it, and the API.
 *
 * <p>Requests of signed-in people come in; pages go out, and every button calls one use case of
 * {@code work} in the person's name.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console;
