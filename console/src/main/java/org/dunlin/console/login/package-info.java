/**
 * Who may see the console: the login, its brakes, and what every response forbids the browser.
 *
 * <p>A name and a password come in; a session goes out, or a sentence that says no.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.console.login;
