/**
 * The profile of a company: what people say of it, checked in one place for all the ways in which
 * they say it.
 *
 * <p>Texts come in, by field, as a file, a form or a program gives them. What goes out is a whole
 * profile, or all that is wrong with it: for each field what, and what to do about it.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.profile;
