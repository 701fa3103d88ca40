/**
 * Phone numbers to which a text can be sent.
 *
 * <p>What comes in is what a program keeps as a customer's phone, however people wrote it, and the
 * country in which it is dialled. What goes out are mobile numbers in the international form E.164;
 * what may be another's number or no mobile one is left out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.phone;
