/**
 * What was agreed with a customer, and what became of it: whether a promise or an arrangement was
 * kept by what was paid until its days, and whether an arrangement may be agreed.
 *
 * <p>Promises, arrangements, what was paid and a company's rules come in, with the day; states and
 * what is against the rules go out.
 */
@org.jspecify.annotations.NullMarked
package org.dunlin.core.agreement;
